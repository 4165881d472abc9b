package be.vakoogst.schedule;

import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunId;
import be.vakoogst.run.Runs;
import be.vakoogst.run.Trigger;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The door of this room: runs on command, and keeps the scheduler in step with the sources. */
public class Scheduling {

    /** When a process that gave no sign of life counts as dead; as db-scheduler sees it in application.yml: four beats of five seconds. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final Sources sources;
    private final Runs runs;
    private final InstantSource clock;

    Scheduling(Scheduler scheduler, Sources sources, Runs runs, InstantSource clock) {
        this.scheduler = scheduler;
        this.sources = sources;
        this.runs = runs;
        this.clock = clock;
    }

    /** Asks for a run now; it starts within a second, or after the source's current run. */
    public Run runNow(SourceId source, Mode mode, Trigger trigger) {
        Run run = runs.request(source, mode, trigger);
        wake(source);
        return run;
    }

    /** Lets a stopped or broken-off run go on where it was. */
    public Run restart(RunId id) {
        Run run = runs.restart(id);
        wake(run.source());
        return run;
    }

    /** When a source runs next; empty when it runs only on command. */
    public Optional<Instant> nextTime(SourceId source) {
        return scheduler.getScheduledExecution(instance(source)).map(ScheduledExecution::getExecutionTime);
    }

    /**
     * What lost its process goes back to the queue, and every source gets the execution that its runs or its schedule, as they are now,
     * want. Harmless when repeated, also by several nodes.
     */
    void keepInStep() {
        runs.requeueInterrupted(clock.instant().minus(DEAD_AFTER));
        sources.all().forEach(this::keepInStep);
    }

    private void keepInStep(Source source) {
        if (runs.nextOf(source.id()).isPresent()) {
            wake(source.id());
        } else {
            plan(source);
        }
    }

    /** What runs plans its next time itself when it ends, and what is due is left alone: so a time that was missed is caught up. */
    private void plan(Source source) {
        Instant now = clock.instant();
        TaskInstance<Void> instance = instance(source.id());
        Optional<Instant> wanted = NextTime.of(source, now, runs.lastEnd(source.id()));
        Optional<ScheduledExecution<Object>> planned = scheduler.getScheduledExecution(instance);
        if (planned.isEmpty()) {
            wanted.ifPresent(time -> scheduler.scheduleIfNotExists(instance, time));
        } else if (!planned.get().isPicked() && planned.get().getExecutionTime().isAfter(now)) {
            wanted.filter(time -> !time.equals(planned.get().getExecutionTime()))
                    .ifPresent(time -> scheduler.reschedule(instance, time));
            if (wanted.isEmpty()) {
                scheduler.cancel(instance);
            }
        }
    }

    /** An execution in the future is brought forward; one that is running looks for waiting runs itself when it ends. */
    private void wake(SourceId source) {
        Instant now = clock.instant();
        TaskInstance<Void> instance = instance(source);
        boolean fresh = scheduler.scheduleIfNotExists(instance, now);
        if (!fresh && !running(instance)) {
            bringForward(instance, now);
        }
        scheduler.triggerCheckForDueExecutions();
    }

    /**
     * It may begin or end at this very moment, which the library tells in three ways: then it looks for waiting runs itself, or is given its
     * execution again within half a minute.
     */
    private void bringForward(TaskInstance<Void> instance, Instant now) {
        try {
            scheduler.reschedule(instance, now);
        } catch (TaskInstanceException e) {
            scheduler.scheduleIfNotExists(instance, now);
        }
    }

    private boolean running(TaskInstanceId instance) {
        return scheduler
                .getScheduledExecution(instance)
                .filter(ScheduledExecution::isPicked)
                .isPresent();
    }

    private static TaskInstance<Void> instance(SourceId source) {
        return HarvestTask.DESCRIPTOR.instance(source.value()).build();
    }
}
