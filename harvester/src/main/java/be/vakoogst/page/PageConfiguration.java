package be.vakoogst.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    PageExtractor pageExtractor() {
        return new PageExtractor();
    }
}
