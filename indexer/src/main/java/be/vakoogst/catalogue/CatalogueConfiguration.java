package be.vakoogst.catalogue;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    Catalogue catalogue(JdbcClient jdbc, InstantSource clock) {
        return new Catalogue(jdbc, clock);
    }
}
