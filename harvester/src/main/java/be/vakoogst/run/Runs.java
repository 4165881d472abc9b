package be.vakoogst.run;

import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
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

    Runs(JobOperator operator, JobRepository jobs, HarvestJob harvest, Ledgers ledgers) {
        this.operator = operator;
        this.jobs = jobs;
        this.harvest = harvest;
        this.ledgers = ledgers;
        this.ledger = ledgers.runs();
    }

    /** Puts a run into the queue of its source. */
    public Run request(SourceId source, Mode mode, Trigger trigger) {
        return ledger.request(source, mode, trigger);
    }

    /** The run that a source has to do next; empty when there is none. */
    public Optional<Run> nextOf(SourceId source) {
        return ledger.nextOf(source);
    }

    /** Performs a run to its end in the calling thread, from where it was if it was interrupted. The caller sees to it that a source has only one. */
    public Run perform(Run run, Source source) {
        try (var _ = MDC.putCloseable("run", Long.toString(run.id().value()));
                var _ = MDC.putCloseable("source", source.id().value())) {
            ledger.start(run.id());
            LOG.info(
                    "run {} of {} starts ({})",
                    run.id().value(),
                    source.id(),
                    run.mode().code());
            JobExecution execution = execute(run, source);
            Run ended = settle(run, execution);
            LOG.info(
                    "run {} of {} {}: {}",
                    run.id().value(),
                    source.id(),
                    ended.state().code(),
                    ended.counts());
            return ended;
        }
    }

    private JobExecution execute(Run run, Source source) {
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run.id().value()).toJobParameters();
        try {
            recoverInterrupted(parameters);
            return operator.start(harvest.job(run, source), parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("run " + run.id().value() + " of " + source.id() + " cannot start", e);
        }
    }

    /** An execution that still counts as running belongs to a process that died: this source has no other. */
    private void recoverInterrupted(JobParameters parameters) {
        JobExecution last = jobs.getLastJobExecution(HarvestJob.NAME, parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }

    private Run settle(Run run, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.STOPPED) {
            ledger.end(run.id(), new Verdict(RunState.STOPPED, Optional.of("stopped by an operator")));
        } else if (execution.getStatus().isUnsuccessful()) {
            Throwable cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() ->
                            new IllegalStateException(execution.getExitStatus().getExitDescription()));
            LOG.error("run {} broke off", run.id().value(), cause);
            ledger.end(run.id(), new Verdict(RunState.FAILED, Optional.of("broke off: " + cause)));
        }
        return ledger.find(run.id()).orElseThrow();
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

    /** Asks a run to end after its current chunk; a queued one ends at once. */
    public void stop(RunId id) {
        Run run = ledger.find(id).orElseThrow();
        ledger.requestStop(id);
        if (run.state() == RunState.QUEUED) {
            ledger.end(id, new Verdict(RunState.STOPPED, Optional.of("taken out of the queue by an operator")));
        }
    }

    /** Puts a stopped or broken-off run back into its source's queue, to go on where it was. */
    public Run restart(RunId id) {
        ledger.requeue(id);
        return ledger.find(id).orElseThrow();
    }
}
