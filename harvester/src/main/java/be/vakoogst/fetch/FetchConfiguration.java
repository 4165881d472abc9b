package be.vakoogst.fetch;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
class FetchConfiguration {

    @Bean
    Fetcher fetcher(FetchSettings settings, InstantSource clock) {
        return Fetcher.open(settings, clock);
    }
}
