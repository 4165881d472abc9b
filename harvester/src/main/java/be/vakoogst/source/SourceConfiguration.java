package be.vakoogst.source;

import be.vakoogst.audit.Audit;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sources of the configuration folder. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    @Bean
    Sources sources(Environment environment) {
        return new Sources(folder(environment), environment::resolvePlaceholders);
    }

    @Bean
    SourceEditor sourceEditor(
            Environment environment,
            JdbcClient jdbc,
            InstantSource clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        return new SourceEditor(
                folder(environment),
                environment::resolvePlaceholders,
                new SourceVersionTable(jdbc, clock),
                audit,
                new TransactionTemplate(transactions));
    }

    private static Path folder(Environment environment) {
        return Path.of(environment.getProperty("vakoogst.config", "config")).resolve("sources");
    }
}
