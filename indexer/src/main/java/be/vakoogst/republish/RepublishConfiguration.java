package be.vakoogst.republish;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.trade.Vocabulary;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RepublishSettings.class)
class RepublishConfiguration {

    @Bean
    OaiRepository oaiRepository(
            Catalogue catalogue, Vocabulary vocabulary, RepublishSettings settings, InstantSource clock) {
        return new OaiRepository(catalogue, vocabulary, settings, clock);
    }
}
