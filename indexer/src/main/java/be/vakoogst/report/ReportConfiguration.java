package be.vakoogst.report;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.retention.Aging;
import be.vakoogst.retention.Held;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    Reports reports(JdbcClient database, Catalogue catalogue, InstantSource clock) {
        return new Reports(database, catalogue, clock);
    }

    @Bean
    Aging reportsAge(Reports reports) {
        return new Aging(Held.REPORTS, reports::forget);
    }
}
