package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The Spring Batch job of a run: items in chunks, then the conclusion. */
class HarvestJob {

    static final String NAME = "harvest";

    /** Items that are written in one transaction. Small enough that a slow publisher's items show up while it dawdles. */
    private static final int CHUNK = 100;

    /** How often a running step looks whether an operator wants it to stop. */
    private static final Duration STOP_CHECK = Duration.ofSeconds(1);

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
    record Flow(
            Harvest harvest, Reprocess reprocess, Conclusion conclusion, JdbcClient database, InstantSource clock) {}

    Job job(Run run, Source source) {
        return new JobBuilder(NAME, jobs)
                .start(items(run, source))
                .next(conclude(run, source))
                .build();
    }

    private Step items(Run run, Source source) {
        AtomicInteger listed = new AtomicInteger();
        HarvestReader reader = new HarvestReader(from -> harvested(run, source, from, listed), stopRequested(run));
        return new StepBuilder("items", jobs)
                .<Harvested, Harvested>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(reader)
                .listener((StepListener) reader)
                .writer(new HarvestWriter(run.id(), source.id(), catalogue, ledgers, listed::get))
                .build();
    }

    private Stream<Harvested> harvested(Run run, Source source, Checkpoint from, AtomicInteger counter) {
        IntConsumer listed = counter::addAndGet;
        Known known = new RememberedSource(flow.database(), source.id(), run.id());
        return switch (run.mode()) {
            case INCREMENTAL -> flow.harvest().harvest(new Order(source, Scope.INCREMENTAL, from, known, listed));
            case FULL -> flow.harvest().harvest(new Order(source, Scope.FULL, from, known, listed));
            case REPROCESS -> flow.reprocess().reprocess(new Order(source, Scope.FULL, from, known, listed));
        };
    }

    private Step conclude(Run run, Source source) {
        return new StepBuilder("conclude", jobs)
                .tasklet(
                        (contribution, context) -> {
                            flow.conclusion().conclude(run.id(), source);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** Looks into the database at most once per {@link #STOP_CHECK}. Called by the step's own thread only. */
    private BooleanSupplier stopRequested(Run run) {
        return new BooleanSupplier() {
            private Instant next = Instant.MIN;
            private boolean requested;

            @Override
            public boolean getAsBoolean() {
                Instant now = flow.clock().instant();
                if (!requested && now.isAfter(next)) {
                    requested = ledgers.runs().stopRequested(run.id());
                    next = now.plus(STOP_CHECK);
                }
                return requested;
            }
        };
    }
}
