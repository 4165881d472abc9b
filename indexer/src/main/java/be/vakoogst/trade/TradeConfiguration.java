package be.vakoogst.trade;

import be.vakoogst.catalogue.Catalogue;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TradeConfiguration {

    @Bean
    Vocabulary vocabulary(Environment environment) {
        return Vocabulary.load(
                Path.of(environment.getProperty("vakoogst.config", "config")).resolve("vocabularies"));
    }

    @Bean
    Classifier classifier(Vocabulary vocabulary) {
        return Classifier.of(vocabulary);
    }

    @Bean
    TradeNames tradeNames(Vocabulary vocabulary) {
        return TradeNames.of(vocabulary);
    }

    @Bean
    Reclassification reclassification(
            Catalogue catalogue, Classifier classifier, PlatformTransactionManager transactions) {
        return new Reclassification(catalogue, classifier, new TransactionTemplate(transactions));
    }
}
