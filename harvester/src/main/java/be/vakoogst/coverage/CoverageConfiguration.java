package be.vakoogst.coverage;

import be.vakoogst.facts.Facts;
import be.vakoogst.search.Labels;
import be.vakoogst.trade.Vocabulary;
import be.vakoogst.usage.Usage;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CoverageSettings.class)
class CoverageConfiguration {

    @Bean
    Coverage.Labelling coverageLabelling(CoverageSettings settings, Labels labels, MessageSource messages) {
        return new Coverage.Labelling(labels, new Gaps(settings, labels, messages));
    }

    @Bean
    ClickTable clickTable(JdbcClient database) {
        return new ClickTable(database);
    }

    @Bean
    Coverage coverage(
            Facts facts,
            Vocabulary vocabulary,
            Coverage.Labelling labelling,
            Coverage.Demands demands,
            InstantSource clock) {
        return new Coverage(facts, vocabulary, labelling, demands, clock);
    }

    @Bean
    Coverage.Demands coverageDemands(Usage usage, ClickTable clicks) {
        return new Coverage.Demands(usage, clicks);
    }

    @Bean
    Snapshots snapshots(Coverage coverage, JdbcClient database, PlatformTransactionManager transactions) {
        return new Snapshots(coverage, new SnapshotTable(database), new TransactionTemplate(transactions));
    }

    @Bean
    CoveragePages.Behind behindCounts(Facts facts, Vocabulary vocabulary) {
        return new CoveragePages.Behind(facts, vocabulary);
    }
}
