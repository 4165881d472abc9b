package be.vakoogst.listing;

import be.vakoogst.fetch.Fetcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

    @Bean
    ListingConnector listingConnector(Fetcher fetcher) {
        return new ListingConnector(fetcher);
    }
}
