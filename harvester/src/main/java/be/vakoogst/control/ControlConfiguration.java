package be.vakoogst.control;

import be.vakoogst.fetch.Fetcher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ControlSettings.class)
class ControlConfiguration {

    @Bean
    Control control(Fetcher fetcher, ControlSettings settings) {
        return new Control(fetcher, new TxtRecords(settings));
    }
}
