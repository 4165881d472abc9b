package be.vakoogst.operate;

import be.vakoogst.audit.Audit;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Chosen;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.run.Runs;
import be.vakoogst.run.Trigger;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Source;
import java.util.List;
import org.springframework.stereotype.Component;

/** What operators ask of runs, each wish written down. */
@Component
public class RunCommands {

    private final Scheduling scheduling;
    private final Runs runs;
    private final Audit audit;

    RunCommands(Scheduling scheduling, Runs runs, Audit audit) {
        this.scheduling = scheduling;
        this.runs = runs;
        this.audit = audit;
    }

    public Run start(SourceId source, Mode mode) {
        Run run = scheduling.runNow(source, mode, Trigger.OPERATOR);
        audit.record("run.asked", "source:" + source, null, run);
        return run;
    }

    /** It ends after its current chunk; a queued one at once. */
    public Run stop(Run run) {
        runs.stop(run.id());
        return told("run.stopped", run, runs.find(run.id()).orElseThrow());
    }

    /** @throws be.vakoogst.run.NothingToContinue when it has not ended, or came to its conclusion */
    public Run restart(Run run) {
        return told("run.restarted", run, scheduling.restart(run.id()));
    }

    /** Items of a run again, by a run of their own. */
    public Run retry(Run run, Chosen chosen) {
        Run again = scheduling.retry(run, chosen);
        audit.record("items.asked-again", "run:" + run.id().value(), chosen, again);
        return again;
    }

    /** Chosen items of a source again, by a run of their own. */
    public Run retry(SourceId source, List<ResourceId> items) {
        Run again = scheduling.retry(source, items);
        audit.record("items.asked-again", "source:" + source, items, again);
        return again;
    }

    /** Nothing of it runs by itself from now on. The schedule writes it down itself; resuming too. */
    public void pause(Source source) {
        scheduling.pause(source);
    }

    public void resume(Source source) {
        scheduling.resume(source);
    }

    private Run told(String action, Run before, Run after) {
        audit.record(action, "run:" + before.id().value(), before, after);
        return after;
    }
}
