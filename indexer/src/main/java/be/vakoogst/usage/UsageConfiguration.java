package be.vakoogst.usage;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean
    UsageTable usageTable(JdbcClient database) {
        return new UsageTable(database);
    }

    @Bean
    Tally usageTally(UsageTable table, InstantSource clock) {
        return new Tally(table, clock);
    }

    @Bean
    Usage usage(Tally tally, UsageTable table) {
        return new Usage(tally, table);
    }
}
