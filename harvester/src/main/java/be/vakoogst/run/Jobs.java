package be.vakoogst.run;

import be.vakoogst.source.Source;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;

/** Spring Batch as runs see it: one job instance per run. */
class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** Who was taken for dead and comes back writes at most twice into what is ours by then: of its step, and of its job. */
    private static final int TRIES = 3;

    private final JobOperator operator;
    private final JobRepository repository;
    private final HarvestJob harvest;

    Jobs(JobOperator operator, JobRepository repository, HarvestJob harvest) {
        this.operator = operator;
        this.repository = repository;
        this.harvest = harvest;
    }

    /** Lets what a source says of handing on its records hold from now on. */
    void announceTerms(Source source) {
        harvest.announceTerms(source);
    }

    /**
     * Performs a run in the calling thread, from where it was. The caller sees to it that nobody else does. Who was taken for dead may have come to
     * the end of its job, but not have ended a run that was no longer its own: that is left to do then.
     */
    JobExecution perform(Run run, Source source, StopSign sign) throws JobExecutionException {
        Optional<JobExecution> done = completed(run.id());
        if (done.isPresent()) {
            harvest.concludeAnew(run, source);
            return done.get();
        }
        for (int tries = 1; ; tries++) {
            try {
                recoverInterrupted(run.id());
                return operator.start(harvest.job(run, source, sign), parameters(run.id()));
            } catch (JobExecutionAlreadyRunningException | JobRestartException | OptimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
                LOG.info("run {} is taken over once more: {}", run.id().value(), e.getMessage());
            }
        }
    }

    /**
     * An execution that still counts as running belongs to a process that died, or was taken for dead: this source has no other. The latter may
     * come back, find that it has lost its run, and leave it {@code UNKNOWN}, which Spring Batch does not recover, as it can't know of whom it is.
     */
    private void recoverInterrupted(RunId run) {
        JobExecution last = repository.getLastJobExecution(HarvestJob.NAME, parameters(run));
        if (last == null) {
            return;
        }
        last.getStepExecutions().stream()
                .filter(step -> step.getStatus() == BatchStatus.UNKNOWN)
                .forEach(step -> step.setStatus(BatchStatus.STARTED));
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.STARTED);
        }
        if (last.isRunning()) {
            operator.recover(last);
        }
    }

    /** Whether a run came to its conclusion, so that there is nothing to go on with. */
    boolean concluded(RunId run) {
        return completed(run).isPresent();
    }

    private Optional<JobExecution> completed(RunId run) {
        return Optional.ofNullable(repository.getLastJobExecution(HarvestJob.NAME, parameters(run)))
                .filter(last -> last.getStatus() == BatchStatus.COMPLETED);
    }

    private static JobParameters parameters(RunId run) {
        return new JobParametersBuilder().addLong("run", run.value()).toJobParameters();
    }
}
