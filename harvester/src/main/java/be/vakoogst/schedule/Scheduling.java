package be.vakoogst.schedule;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Chosen;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Retries;
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
import java.util.List;
import java.util.Optional;

/** The door of this room: runs on command, and keeps the scheduler in step with the sources. */
public class Scheduling {

    /** When a process that gave no sign of life counts as dead; as db-scheduler sees it in application.yml: four beats of five seconds. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final Sources sources;
    private final Queue queue;
    private final Timetable timetable;
    private final InstantSource clock;

    Scheduling(Scheduler scheduler, Sources sources, Queue queue, Timetable timetable, InstantSource clock) {
        this.scheduler = scheduler;
        this.sources = sources;
        this.queue = queue;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** What puts runs into queues, and takes sources out of turn. */
    record Queue(Runs runs, Retries retries, Pauses pauses) {}

    /** Asks for a run now; it starts within a second, or after the source's current run. */
    public Run runNow(SourceId source, Mode mode, Trigger trigger) {
        return woken(queue.runs().request(source, mode, trigger).id());
    }

    /**
     * Tries items of a run again, by a run of their own.
     *
     * @throws be.vakoogst.run.NothingToRetry when none of them can be tried by itself
     */
    public Run retry(Run of, Chosen items) {
        return woken(queue.retries().request(of, items));
    }

    /** The same for items of a source, whichever run met them. */
    public Run retry(SourceId source, List<ResourceId> items) {
        return woken(queue.retries().these(source, items));
    }

    private Run woken(RunId id) {
        Run run = queue.runs().find(id).orElseThrow();
        wake(run.source());
        return run;
    }

    /** From now on nothing of a source runs by itself; what runs by its schedule leaves off at its next chunk, and waits. */
    public void pause(Source source) {
        queue.pauses().set(source.id());
        keepInStep(source);
    }

    /** What waited goes on; a time that was missed meanwhile is caught up, once. A source whose own file pauses it stays paused. */
    public void resume(Source source) {
        queue.pauses().lift(source.id());
        keepInStep(source);
    }

    /** Whether, since when and by whom a source is paused, other than by its file. */
    public Optional<Pause> pause(SourceId source) {
        return queue.pauses().of(source);
    }

    /** When a source runs next, and why then; empty while nothing of it will run by itself. */
    public Optional<Planned> next(Source source) {
        return timetable.next(source);
    }

    /** How long there is between two runs of a source's schedule; empty while nothing of it runs by itself. */
    public Optional<Duration> interval(Source source) {
        return pause(source.id()).isPresent() ? Optional.empty() : NextTime.interval(source, clock.instant());
    }

    /** Whether this node runs sources, or could. */
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }

    /** Lets a stopped or broken-off run go on where it was. */
    public Run restart(RunId id) {
        return woken(queue.runs().restart(id).id());
    }

    /**
     * What lost its process goes back to the queue, and every source gets the execution that its runs or its schedule, as they are now,
     * want. Harmless when repeated, also by several nodes.
     */
    void keepInStep() {
        queue.runs().endOverdue();
        queue.runs().requeueInterrupted(clock.instant().minus(DEAD_AFTER));
        sources.all().forEach(this::keepInStep);
    }

    /** What runs plans its next time itself when it ends, and what is due looks itself whether it may run. */
    private void keepInStep(Source source) {
        queue.runs().announceTerms(source);
        Instant now = clock.instant();
        TaskInstance<Void> instance = instance(source.id());
        Optional<Instant> wanted = timetable.next(source).map(Planned::at);
        Optional<ScheduledExecution<Object>> planned = scheduler.getScheduledExecution(instance);
        if (wanted.filter(time -> !time.isAfter(now)).isPresent()) {
            wake(source.id());
        } else if (planned.isEmpty()) {
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
