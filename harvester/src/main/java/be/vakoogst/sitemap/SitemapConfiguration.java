package be.vakoogst.sitemap;

import be.vakoogst.fetch.Fetcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SitemapConfiguration {

    @Bean
    SitemapConnector sitemapConnector(Fetcher fetcher) {
        return new SitemapConnector(fetcher);
    }
}
