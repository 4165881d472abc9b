package be.vakoogst.schedule;

import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.run.Runs;
import be.vakoogst.run.Trigger;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * What db-scheduler executes for a source: the run that waits or was interrupted, else the one its schedule wants.
 * One execution per source, so that no source ever has two runs at once, on however many nodes.
 */
class HarvestTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("harvest");

    /** After a run that could not even start. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(5);

    /** How soon a source that its schedule wants looks again whether there is room, on whichever node has it first. */
    private static final Duration UNTIL_ROOM = Duration.ofSeconds(5);

    /** What a process that is about to end has in its hands goes to whichever node looks first, and not to itself once more. */
    private static final Duration UNTIL_GONE = Duration.ofSeconds(10);

    private final Sources sources;
    private final Runs runs;
    private final Timetable timetable;
    private final InstantSource clock;
    private final Semaphore room;

    /** @param parallel runs that schedules want, at the same time; what somebody asked for never waits for them */
    HarvestTask(Sources sources, Runs runs, Timetable timetable, InstantSource clock, int parallel) {
        this.sources = sources;
        this.runs = runs;
        this.timetable = timetable;
        this.clock = clock;
        this.room = new Semaphore(parallel);
    }

    CustomTask<Void> task() {
        return Tasks.custom(DESCRIPTOR)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(AFTER_FAULT)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(instance));
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance) {
        SourceId id = new SourceId(instance.getId());
        return sources.find(id).map(this::execute).orElseGet(() -> {
            runs.abandon(id);
            return (complete, operations) -> operations.remove();
        });
    }

    private CompletionHandler<Void> execute(Source source) {
        if (runs.leaving()) {
            return at(Optional.of(clock.instant().plus(UNTIL_GONE)));
        }
        Optional<Run> next = runs.nextOf(source.id());
        Optional<Openings.Hold> hold = timetable.hold(source, next);
        if (hold.isPresent()) {
            return at(hold.get().until());
        }
        return next.filter(run -> run.trigger() != Trigger.SCHEDULE)
                .map(asked -> perform(asked, source))
                .orElseGet(() -> performInTurn(source, next));
    }

    private CompletionHandler<Void> performInTurn(Source source, Optional<Run> next) {
        if (!room.tryAcquire()) {
            return at(Optional.of(clock.instant().plus(UNTIL_ROOM)));
        }
        try {
            return perform(next.orElseGet(() -> runs.request(source.id(), Mode.INCREMENTAL, Trigger.SCHEDULE)), source);
        } finally {
            room.release();
        }
    }

    /** By the source's file as it is when the run has ended. */
    private CompletionHandler<Void> perform(Run run, Source source) {
        runs.perform(run, source, timetable.gate());
        return at(sources.find(source.id())
                .map(now -> timetable.next(now).map(Planned::at))
                .orElseGet(() -> untilAllEnded(source)));
    }

    /** What still waits for a source that is no more is ended by the next execution. */
    private Optional<Instant> untilAllEnded(Source gone) {
        return runs.nextOf(gone.id()).map(waiting -> clock.instant());
    }

    /** @param time empty: never, until somebody wants it */
    private static CompletionHandler<Void> at(Optional<Instant> time) {
        return (complete, operations) ->
                time.ifPresentOrElse((Instant next) -> operations.reschedule(complete, next), operations::remove);
    }
}
