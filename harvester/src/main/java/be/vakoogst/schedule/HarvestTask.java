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

/**
 * What db-scheduler executes for a source: the run that waits or was interrupted, else the one its schedule wants.
 * One execution per source, so that no source ever has two runs at once, on however many nodes.
 */
class HarvestTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("harvest");

    /** After a run that could not even start. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(5);

    private final Sources sources;
    private final Runs runs;
    private final InstantSource clock;

    HarvestTask(Sources sources, Runs runs, InstantSource clock) {
        this.sources = sources;
        this.runs = runs;
        this.clock = clock;
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
        return sources.find(id).map(this::perform).orElseGet(() -> {
            runs.abandon(id);
            return (complete, operations) -> operations.remove();
        });
    }

    private CompletionHandler<Void> perform(Source source) {
        Run run =
                runs.nextOf(source.id()).orElseGet(() -> runs.request(source.id(), Mode.INCREMENTAL, Trigger.SCHEDULE));
        runs.perform(run, source);
        return (complete, operations) ->
                next(source).ifPresentOrElse(time -> operations.reschedule(complete, time), operations::remove);
    }

    private Optional<Instant> next(Source source) {
        return runs.nextOf(source.id()).isPresent()
                ? Optional.of(clock.instant())
                : NextTime.of(source, clock.instant(), runs.lastEnd(source.id()));
    }
}
