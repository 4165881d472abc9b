package be.vakoogst;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that all rooms are given. */
@Configuration(proxyBeanMethods = false)
class ApplicationTime {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
