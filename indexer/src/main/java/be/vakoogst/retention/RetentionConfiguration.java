package be.vakoogst.retention;

import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {

    @Bean
    Retention retention(List<Aging> kept, RetentionSettings settings, InstantSource clock) {
        return new Retention(kept, settings, clock);
    }
}
