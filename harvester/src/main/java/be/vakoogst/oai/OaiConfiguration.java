package be.vakoogst.oai;

import be.vakoogst.fetch.Fetcher;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OaiConfiguration {

    @Bean
    OaiConnector oaiConnector(Fetcher fetcher, InstantSource clock) {
        return new OaiConnector(fetcher, clock);
    }
}
