package be.vakoogst.site;

import be.vakoogst.fetch.Fetcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    SiteConnector siteConnector(Fetcher fetcher) {
        return new SiteConnector(fetcher);
    }
}
