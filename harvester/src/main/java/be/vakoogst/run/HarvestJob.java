package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.source.Source;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/** The Spring Batch job of a run: items in chunks, then the conclusion. */
class HarvestJob {

    static final String NAME = "harvest";

    private final JobRepository jobs;
    private final PlatformTransactionManager transactions;
    private final Catalogue catalogue;
    private final Flow flow;
    private final Ledgers ledgers;

    HarvestJob(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            Flow flow,
            Ledgers ledgers) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.flow = flow;
        this.ledgers = ledgers;
    }

    /** What a job is made of besides Spring Batch. */
    record Flow(Ways ways, Making making, Conclusion conclusion) {}

    /** What its source lets us hand on is known before its first record is there. */
    void announceTerms(Source source) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> catalogue.passOn(source.id(), source.passOn()));
    }

    /** @param sign asked again and again whether to leave off */
    Job job(Run run, Source source, StopSign sign) {
        return new JobBuilder(NAME, jobs)
                .start(items(run, source, sign))
                .next(conclude(run, source))
                .build();
    }

    /** What the last step of the job does, for a run whose job has nothing left to do. */
    void concludeAnew(Run run, Source source) {
        flow.conclusion().conclude(run, source);
    }

    private Step items(Run run, Source source, StopSign sign) {
        AtomicInteger listed = new AtomicInteger();
        HarvestReader reader = new HarvestReader(from -> flow.ways().items(run, source, from, listed::addAndGet), sign);
        return new StepBuilder("items", jobs)
                .<List<Harvested>, List<Harvested>>chunk(1)
                .transactionManager(transactions)
                .reader(reader)
                .listener((StepListener) reader)
                .writer(writer(run, source, listed::get))
                .build();
    }

    private ItemWriter<List<Harvested>> writer(Run run, Source source, IntSupplier listed) {
        return run.mode() == Mode.DRY_RUN
                ? new DryWriter(run.id(), source.id(), catalogue, ledgers, listed)
                : new HarvestWriter(
                        run, catalogue, ledgers, new Redirects(run, source, catalogue, ledgers, flow.making()), listed);
    }

    private Step conclude(Run run, Source source) {
        return new StepBuilder("conclude", jobs)
                .tasklet(
                        (contribution, context) -> {
                            flow.conclusion().conclude(run, source);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                // Its steps are transactions of their own, each short: they hold up whoever else changes the catalogue.
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }
}
