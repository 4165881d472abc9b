package be.vakoogst.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    PageExtractor pageExtractor(List<PageReading> others) {
        return new PageExtractor(others);
    }
}
