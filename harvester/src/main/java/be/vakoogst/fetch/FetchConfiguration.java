package be.vakoogst.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
class FetchConfiguration {

    @Bean
    Fetcher fetcher(FetchSettings settings, InstantSource clock, MeterRegistry registry) {
        return Fetcher.open(settings, clock, new FetchMeters(registry));
    }
}
