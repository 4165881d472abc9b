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
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The door of this room: runs on command, and keeps the scheduler in step with the sources. */
public class Scheduling {

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

    /** Every source with a schedule, a waiting run or an interrupted run gets its execution. Harmless when repeated. */
    void keepInStep() {
        sources.all().forEach(this::keepInStep);
    }

    private void keepInStep(Source source) {
        if (runs.nextOf(source.id()).isPresent()) {
            wake(source.id());
        } else {
            NextTime.after(clock.instant(), source)
                    .ifPresent(time -> scheduler.scheduleIfNotExists(instance(source.id()), time));
        }
    }

    /** An execution in the future is brought forward; one that is running looks for waiting runs itself when it ends. */
    private void wake(SourceId source) {
        Instant now = clock.instant();
        TaskInstance<Void> instance = instance(source);
        boolean fresh = scheduler.scheduleIfNotExists(instance, now);
        if (!fresh && !running(instance)) {
            scheduler.reschedule(instance, now);
        }
        scheduler.triggerCheckForDueExecutions();
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
