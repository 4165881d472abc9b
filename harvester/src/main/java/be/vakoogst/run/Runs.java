package be.vakoogst.run;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** The door of this room: asks for runs, performs them, tells of them. */
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Jobs jobs;
    private final Ledgers ledgers;
    private final RunLedger ledger;
    private final StopSigns stops;
    private final Watchdog watchdog;

    Runs(Jobs jobs, Ledgers ledgers, StopSigns stops, Watchdog watchdog) {
        this.jobs = jobs;
        this.ledgers = ledgers;
        this.ledger = ledgers.runs();
        this.stops = stops;
        this.watchdog = watchdog;
    }

    /** Puts a run into the queue of its source; where one like it waits there and was never begun, it is that one. */
    public Run request(SourceId source, Mode mode, Trigger trigger) {
        return ledger.request(source, mode, trigger);
    }

    /** The run that a source has to do next; empty when there is none. */
    public Optional<Run> nextOf(SourceId source) {
        return ledger.nextOf(source);
    }

    /** That a run has to wait, and why. */
    public void waits(Run run, String why) {
        ledger.waits(run, why);
    }

    /**
     * Performs a run to its end in the calling thread, from where it was if it was interrupted. When this process is about to end, or the
     * gate shuts, it goes back to the queue. The caller sees to it that a source has only one.
     */
    public Run perform(Run queued, Source source, Gate gate) {
        try (var _ = MDC.putCloseable("run", Long.toString(queued.id().value()));
                var _ = MDC.putCloseable("source", source.id().value())) {
            Run run = ledger.start(queued.id());
            LOG.info(
                    "run {} of {} starts ({})",
                    run.id().value(),
                    run.source(),
                    run.mode().code());
            watchdog.watch(run, source, () -> execute(run, source, gate));
            Run ended = ledger.find(run.id()).orElseThrow();
            LOG.info(
                    "run {} of {} {}: {}",
                    run.id().value(),
                    run.source(),
                    ended.state().code(),
                    ended.counts());
            return ended;
        }
    }

    private void execute(Run run, Source source, Gate gate) {
        StopSign sign = stops.of(run, source, gate);
        try {
            jobs.announceTerms(source);
            settle(run, jobs.perform(run, source, sign), sign);
        } catch (JobExecutionException e) {
            LOG.error("run {} cannot start", run.id().value(), e);
            ledger.end(run, new Verdict(RunState.FAILED, Optional.of("cannot start: " + e.getMessage())));
        }
    }

    /** What the conclusion did not say. */
    private void settle(Run run, JobExecution execution, StopSign sign) {
        if (execution.getStatus() == BatchStatus.STOPPED) {
            sign.seen().ifPresent(halt -> leaveOff(run, halt));
        } else if (execution.getStatus().isUnsuccessful() && stops.leaving()) {
            leaveOff(run, new Halt.Leaving());
        } else if (execution.getStatus().isUnsuccessful()) {
            Throwable cause = cause(execution);
            LOG.error("run {} broke off", run.id().value(), cause);
            ledger.end(run, new Verdict(RunState.FAILED, Optional.of("broke off: " + cause)));
        }
    }

    private void leaveOff(Run run, Halt halt) {
        switch (halt) {
            case Halt.Stopped() ->
                ledger.end(run, new Verdict(RunState.STOPPED, Optional.of("stopped by an operator")));
            case Halt.Leaving() -> ledger.requeue(run, "its process was ended; it goes on at the next start");
            case Halt.Shut(String why) -> ledger.requeue(run, why);
            case Halt.Overdue(String why) -> ledger.end(run, new Verdict(RunState.FAILED, Optional.of(why)));
        }
    }

    /** Whether this process is about to end, so that it begins nothing any more. */
    public boolean leaving() {
        return stops.leaving();
    }

    /** Ends what hangs in this process. To be called now and then. */
    public void endOverdue() {
        watchdog.endOverdue();
    }

    private static Throwable cause(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .orElseGet(() ->
                        new IllegalStateException(execution.getExitStatus().getExitDescription()));
    }

    /** Lets what a source says of handing on its records hold for those that are there already. */
    public void announceTerms(Source source) {
        jobs.announceTerms(source);
    }

    /** Puts back into the queue what counts as running, although nothing was heard of its process since then. */
    public void requeueInterrupted(Instant lastSignOfLife) {
        ledger.requeueInterrupted(lastSignOfLife);
    }

    /** Ends what waits for a source that is no more. */
    public void abandon(SourceId source) {
        for (Optional<Run> next = nextOf(source); next.isPresent(); next = nextOf(source)) {
            ledger.end(
                    next.get(), new Verdict(RunState.STOPPED, Optional.of("there is no source of that name any more")));
        }
    }

    /**
     * What earlier harvests of a source tell of when the next one is worth while.
     *
     * @param visits how many are looked back at
     */
    public Past past(Source source, int visits) {
        return ledgers.past().of(source, visits);
    }

    public Optional<Run> find(RunId run) {
        return ledger.find(run);
    }

    /** The latest first, each with a number below {@code before}. */
    public List<Run> list(Optional<SourceId> source, Optional<RunState> state, long before, int limit) {
        return ledger.list(source, state, before, limit);
    }

    /** When a run of a source last brought or took away anything; empty when none has. */
    public Optional<Instant> lastChange(SourceId source) {
        return ledger.lastChange(source);
    }

    /** How many runs wait or are under way. */
    public Map<RunState, Long> open() {
        return ledger.open();
    }

    /** How its items ended, in order, from behind a number on. */
    public List<RunItem> items(RunId run, Optional<RunItem.Outcome> outcome, long after, int limit) {
        return ledgers.outcomes().list(run, outcome, after, limit);
    }

    /** How its items ended, the latest first. */
    public List<RunItem> latestItems(RunId run, int limit) {
        return ledgers.outcomes().latest(run, limit);
    }

    /** What went wrong in a run, the most frequent first. */
    public List<FailureGroup> failures(RunId run) {
        return ledgers.outcomes().groups(run);
    }

    /** The items of a run that went wrong for one reason, from behind a number on. */
    public List<RunItem> itemsByReason(RunId run, String reason, long after, int limit) {
        return ledgers.outcomes().listByReason(run, reason, after, limit);
    }

    /** How an item ended in its latest runs, the latest first. */
    public List<Ended> storyOf(ResourceId resource, int limit) {
        return ledgers.outcomes().storyOf(resource, limit);
    }

    /** An item that runs remember. */
    public record Remembered(ResourceId resource, SourceId source, URI url) {}

    /** The items with an id, or with a text in their address; at most {@code limit}. */
    public List<Remembered> remembered(String idOrPartOfUrl, int limit) {
        return ledgers.items().find(idOrPartOfUrl, limit);
    }

    /**
     * Something changed at a source: its next run asks for its lists whatever their validators say, and reads the item at this address again.
     *
     * @return whether there is an item at this address; false where none is given
     */
    public boolean distrust(SourceId source, Optional<URI> changed) {
        ledgers.listings().distrust(source);
        return changed.filter(url -> ledgers.items().distrust(source, url)).isPresent();
    }

    /** Asks a run to end after its current chunk; a queued one ends at once. */
    public void stop(RunId id) {
        ledger.requestStop(id);
        ledger.find(id)
                .filter(run -> run.state() == RunState.QUEUED)
                .ifPresent(queued -> ledger.end(
                        queued, new Verdict(RunState.STOPPED, Optional.of("taken out of the queue by an operator"))));
    }

    /**
     * Puts a stopped or broken-off run back into its source's queue, to go on where it was.
     *
     * @throws NothingToContinue when it has not ended, or came to its conclusion
     */
    public Run restart(RunId id) {
        Run run = ledger.find(id).orElseThrow();
        if (run.endedAt().isEmpty() || jobs.concluded(id)) {
            throw new NothingToContinue(run);
        }
        ledger.restart(run);
        return ledger.find(id).orElseThrow();
    }
}
