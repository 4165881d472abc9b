package be.vakoogst.report;

import be.vakoogst.catalogue.Catalogue;
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
}
