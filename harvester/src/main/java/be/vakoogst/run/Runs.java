package be.vakoogst.run;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** The door of this room: asks for runs, performs them, tells of them. */
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final JobOperator operator;
    private final JobRepository jobs;
    private final HarvestJob harvest;
    private final Ledgers ledgers;
    private final RunLedger ledger;
    private final StopSigns stops;

    Runs(JobOperator operator, JobRepository jobs, HarvestJob harvest, Ledgers ledgers, StopSigns stops) {
        this.operator = operator;
        this.jobs = jobs;
        this.harvest = harvest;
        this.ledgers = ledgers;
        this.ledger = ledgers.runs();
        this.stops = stops;
    }

    /** Puts a run into the queue of its source. */
    public Run request(SourceId source, Mode mode, Trigger trigger) {
        return ledger.request(source, mode, trigger);
    }

    /** The run that a source has to do next; empty when there is none. */
    public Optional<Run> nextOf(SourceId source) {
        return ledger.nextOf(source);
    }

    /**
     * Performs a run to its end in the calling thread, from where it was if it was interrupted. When this process is about to end, it goes
     * back to the queue. The caller sees to it that a source has only one.
     */
    public Run perform(Run queued, Source source) {
        try (var _ = MDC.putCloseable("run", Long.toString(queued.id().value()));
                var _ = MDC.putCloseable("source", source.id().value())) {
            Run run = ledger.start(queued.id());
            LOG.info(
                    "run {} of {} starts ({})",
                    run.id().value(),
                    run.source(),
                    run.mode().code());
            execute(run, source);
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

    private void execute(Run run, Source source) {
        try {
            recoverInterrupted(run.id());
            settle(run, operator.start(harvest.job(run, source), parameters(run.id())));
        } catch (JobExecutionException e) {
            LOG.error("run {} cannot start", run.id().value(), e);
            ledger.end(run, new Verdict(RunState.FAILED, Optional.of("cannot start: " + e.getMessage())));
        }
    }

    private static JobParameters parameters(RunId run) {
        return new JobParametersBuilder().addLong("run", run.value()).toJobParameters();
    }

    /** An execution that still counts as running belongs to a process that died: this source has no other. */
    private void recoverInterrupted(RunId run) {
        JobExecution last = jobs.getLastJobExecution(HarvestJob.NAME, parameters(run));
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }

    /** What the conclusion did not say. */
    private void settle(Run run, JobExecution execution) {
        boolean stopped = execution.getStatus() == BatchStatus.STOPPED;
        if (stopped && ledger.stopRequested(run.id())) {
            ledger.end(run, new Verdict(RunState.STOPPED, Optional.of("stopped by an operator")));
        } else if (stops.leaving() && (stopped || execution.getStatus().isUnsuccessful())) {
            ledger.requeue(run, "its process was ended; it goes on at the next start");
        } else if (execution.getStatus().isUnsuccessful()) {
            Throwable cause = cause(execution);
            LOG.error("run {} broke off", run.id().value(), cause);
            ledger.end(run, new Verdict(RunState.FAILED, Optional.of("broke off: " + cause)));
        }
    }

    private static Throwable cause(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .orElseGet(() ->
                        new IllegalStateException(execution.getExitStatus().getExitDescription()));
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

    /** When the last run of a source ended; empty when none has. */
    public Optional<Instant> lastEnd(SourceId source) {
        return ledger.lastEnd(source);
    }

    public Optional<Run> find(RunId run) {
        return ledger.find(run);
    }

    /** The latest first, each with a number below {@code before}. */
    public List<Run> list(Optional<SourceId> source, Optional<RunState> state, long before, int limit) {
        return ledger.list(source, state, before, limit);
    }

    /** How its items ended, in order, from behind a number on. */
    public List<RunItem> items(RunId run, Optional<RunItem.Outcome> outcome, long after, int limit) {
        return ledgers.outcomes().list(run, outcome, after, limit);
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
        JobExecution last = jobs.getLastJobExecution(HarvestJob.NAME, parameters(id));
        boolean concluded = last != null && last.getStatus() == BatchStatus.COMPLETED;
        if (run.endedAt().isEmpty() || concluded) {
            throw new NothingToContinue(run);
        }
        ledger.requeue(run, null);
        return ledger.find(id).orElseThrow();
    }
}
