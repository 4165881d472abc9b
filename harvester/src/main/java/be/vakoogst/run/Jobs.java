package be.vakoogst.run;

import be.vakoogst.source.Source;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Spring Batch as runs see it: one job instance per run. */
class Jobs {

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

    /** Performs a run in the calling thread, from where it was. The caller sees to it that nobody else does. */
    JobExecution perform(Run run, Source source, StopSign sign) throws JobExecutionException {
        recoverInterrupted(run.id());
        return operator.start(harvest.job(run, source, sign), parameters(run.id()));
    }

    /** An execution that still counts as running belongs to a process that died: this source has no other. */
    private void recoverInterrupted(RunId run) {
        JobExecution last = repository.getLastJobExecution(HarvestJob.NAME, parameters(run));
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }

    /** Whether a run came to its conclusion, so that there is nothing to go on with. */
    boolean concluded(RunId run) {
        JobExecution last = repository.getLastJobExecution(HarvestJob.NAME, parameters(run));
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    private static JobParameters parameters(RunId run) {
        return new JobParametersBuilder().addLong("run", run.value()).toJobParameters();
    }
}
