package be.vakoogst.embed;

import be.vakoogst.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmbedConfiguration {

    @Bean
    Embeddable embeddable(Catalogue catalogue) {
        return new Embeddable(catalogue);
    }
}
