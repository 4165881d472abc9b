package be.vakoogst.quality;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.facts.Facts;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QualitySettings.class)
class QualityConfiguration {

    @Bean
    QualityFile qualityFile(Environment environment) {
        return new QualityFile(
                Path.of(environment.getProperty("vakoogst.config", "config")).resolve("quality.yml"));
    }

    @Bean
    Quality quality(
            QualityFile file,
            JdbcClient database,
            Facts facts,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        return new Quality(file, new QualityTable(database), facts, new TransactionTemplate(transactions), clock);
    }

    @Bean
    @ConditionalOnRole(Role.HARVEST)
    ImageWatch imageWatch(
            JdbcClient database, Catalogue catalogue, Fetcher fetcher, QualitySettings settings, InstantSource clock) {
        return new ImageWatch(new ImageTable(database), catalogue, fetcher, settings, clock);
    }
}
