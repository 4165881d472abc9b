package be.vakoogst.feed;

import be.vakoogst.fetch.Fetcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    FeedConnector feedConnector(Fetcher fetcher) {
        return new FeedConnector(fetcher);
    }
}
