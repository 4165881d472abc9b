package be.vakoogst.rest;

import be.vakoogst.fetch.Fetcher;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    @Bean
    RestConnector restConnector(Fetcher fetcher, InstantSource clock) {
        return new RestConnector(fetcher, clock);
    }
}
