package be.vakoogst.usage;

import be.vakoogst.retention.Aging;
import be.vakoogst.retention.Held;
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

    @Bean
    Aging usageAges(UsageTable table) {
        return new Aging(Held.USAGE, table::forget);
    }
}
