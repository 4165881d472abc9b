package be.vakoogst.limit;

import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What holds for every request; how often something may be asked, each room says of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(LimitSettings settings) {
        return everywhere(new BodyLimit(settings.body().toBytes()), 9);
    }

    @Bean
    FilterRegistrationBean<FailedSignIns> failedSignIns(LimitSettings settings) {
        return everywhere(new FailedSignIns(settings.failedSignInsPerMinute()), 12);
    }

    private static <F extends Filter> FilterRegistrationBean<F> everywhere(F filter, int place) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
