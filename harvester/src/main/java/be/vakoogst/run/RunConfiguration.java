package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.connector.Connector;
import be.vakoogst.extract.Extractor;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.life.Settling;
import be.vakoogst.normalise.Normaliser;
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
    Making making(Fetcher fetcher, List<Extractor> extractors, Normaliser normaliser) {
        return new Making(fetcher, extractors, normaliser);
    }

    @Bean
    Harvest harvest(List<Connector> connectors, Making making) {
        return new Harvest(connectors, making);
    }

    @Bean
    Trial trial(Harvest harvest) {
        return new Trial(harvest);
    }

    @Bean
    Ledgers ledgers(JdbcClient database, InstantSource clock, Settling life) {
        return new Ledgers(
                new RunLedger(database, clock),
                new OutcomeLedger(database, clock),
                new ItemLedger(database),
                new ListingLedger(database),
                life);
    }

    @Bean
    HarvestJob.Flow flow(
            Harvest harvest, Reprocess reprocess, Conclusion conclusion, JdbcClient database, StopSigns stops) {
        return new HarvestJob.Flow(harvest, reprocess, conclusion, database, stops);
    }

    @Bean
    Reprocess reprocess(JdbcClient database, Catalogue catalogue, Making making) {
        return new Reprocess(database, catalogue, making);
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
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            HarvestJob.Flow flow,
            Ledgers ledgers) {
        return new HarvestJob(jobs, transactions, catalogue, flow, ledgers);
    }

    @Bean
    StopSigns stopSigns(Ledgers ledgers, PlatformTransactionManager transactions, InstantSource clock) {
        TransactionTemplate aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StopSigns(ledgers.runs(), aside, clock);
    }

    @Bean
    Runs runs(JobOperator operator, JobRepository jobs, HarvestJob job, Ledgers ledgers, StopSigns stops) {
        return new Runs(operator, jobs, job, ledgers, stops);
    }
}
