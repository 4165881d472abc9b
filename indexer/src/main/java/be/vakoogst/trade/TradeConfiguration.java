package be.vakoogst.trade;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TradeConfiguration {

    @Bean
    InForce tradesInForce(Environment environment, Catalogue catalogue) {
        return new InForce(
                Path.of(environment.getProperty("vakoogst.config", "config")).resolve("vocabularies"), catalogue);
    }

    @Bean
    Vocabulary vocabulary(InForce trades) {
        return trades.vocabulary();
    }

    @Bean
    Classifier classifier(InForce trades) {
        return trades.classifier();
    }

    @Bean
    ClassifierMeters classifierMeters(Classifier classifier) {
        return new ClassifierMeters(classifier);
    }

    @Bean
    TradeNames tradeNames(InForce trades) {
        return trades.names();
    }

    @Bean
    Correcting correcting(
            Catalogue catalogue,
            InForce trades,
            Audit audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        return new Correcting(catalogue, trades, audit, clock, new TransactionTemplate(transactions));
    }

    @Bean
    Following followingOfTheVocabulary(InForce trades, JdbcClient database) {
        return new Following(trades, database);
    }

    @Bean
    Reclassification reclassification(
            Catalogue catalogue, InForce trades, Following nodes, PlatformTransactionManager transactions) {
        return new Reclassification(catalogue, trades, nodes, new TransactionTemplate(transactions));
    }
}
