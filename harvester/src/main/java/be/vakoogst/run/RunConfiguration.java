package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.connector.Connector;
import be.vakoogst.extract.Extractor;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.life.LinkCheck;
import be.vakoogst.life.Settling;
import be.vakoogst.normalise.Normaliser;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How the parts of a run are put together. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    Making making(Fetcher fetcher, LinkCheck links, List<Extractor> extractors, Normaliser normaliser) {
        return new Making(fetcher, links, extractors, normaliser);
    }

    @Bean
    Harvest harvest(List<Connector> connectors, Making making) {
        return new Harvest(connectors, making);
    }

    @Bean
    Trial trial(Harvest harvest, Reprocess reprocess) {
        return new Trial(harvest, reprocess);
    }

    @Bean
    PageTrial pageTrial(Making making) {
        return new PageTrial(making);
    }

    @Bean
    Ledgers ledgers(JdbcClient database, InstantSource clock, Settling life, MeterRegistry registry) {
        RunMeters meters = new RunMeters(registry);
        return new Ledgers(
                new RunLedger(database, clock, meters),
                new OutcomeLedger(database, clock, meters),
                new ItemLedger(database),
                new ListingLedger(database),
                new PastLedger(database),
                life);
    }

    @Bean
    HarvestJob.Flow flow(Ways ways, Making making, Conclusion conclusion) {
        return new HarvestJob.Flow(ways, making, conclusion);
    }

    @Bean
    Ways ways(Harvest harvest, Reprocess reprocess, Again again, JdbcClient database) {
        return new Ways(harvest, reprocess, again, database);
    }

    @Bean
    Reprocess reprocess(JdbcClient database, Catalogue catalogue, Making making) {
        return new Reprocess(database, catalogue, making);
    }

    @Bean
    Again again(Retries retries, Catalogue catalogue, Making making) {
        return new Again(retries, catalogue, making);
    }

    @Bean
    Retries retries(JdbcClient database, InstantSource clock) {
        return new Retries(database, clock);
    }

    @Bean
    ReprocessReport reprocessReport(Reprocess reprocess, Catalogue catalogue) {
        return new ReprocessReport(reprocess, catalogue);
    }

    @Bean
    Conclusion conclusion(
            JdbcClient database, PlatformTransactionManager transactions, Catalogue catalogue, Ledgers ledgers) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Successions successions = new Successions(database, transaction, catalogue, ledgers);
        return new Conclusion(transaction, catalogue, ledgers, successions);
    }

    @Bean
    HarvestJob harvestJob(
            JobRepository jobs,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            HarvestJob.Flow flow,
            Ledgers ledgers) {
        return new HarvestJob(ConnectionFirst.in(jobs, database, transactions), transactions, catalogue, flow, ledgers);
    }

    @Bean
    StopSigns stopSigns(Ledgers ledgers, PlatformTransactionManager transactions, InstantSource clock) {
        TransactionTemplate aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StopSigns(ledgers.runs(), aside, clock);
    }

    @Bean
    Runs runs(Jobs jobs, Ledgers ledgers, StopSigns stops, InstantSource clock) {
        return new Runs(jobs, ledgers, stops, new Watchdog(ledgers.runs(), clock));
    }

    @Bean
    Jobs jobs(JobOperator operator, JobRepository repository, HarvestJob job) {
        return new Jobs(operator, repository, job);
    }
}
