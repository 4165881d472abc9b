package be.vakoogst.facts;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.language.Language;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.trade.Vocabulary;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class FactsConfiguration {

    @Bean
    Facts facts(
            JdbcClient database, Catalogue catalogue, Observing observing, PlatformTransactionManager transactions) {
        return new Facts(new FactsTable(database), catalogue, observing, new TransactionTemplate(transactions));
    }

    @Bean
    Observing observing(Language language, Vocabulary vocabulary, Environment environment) {
        Path config = Path.of(environment.getProperty("vakoogst.config", "config"));
        return new Observing(language, vocabulary, Audiences.load(config.resolve("vocabularies")));
    }

    @Bean
    @ConditionalOnRole(Role.INDEX)
    FactsFollower factsFollower(Facts facts) {
        return new FactsFollower(() -> facts.progress().latest(), facts::step);
    }
}
