package be.vakoogst.document;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

    @Bean
    Readers documentReaders(DocumentSettings settings) {
        return new Readers(settings);
    }

    /** Before the pages: by its bytes, a PDF that is called text/html is no page. */
    @Bean
    @Order(0)
    DocumentExtractor documentExtractor(Readers readers) {
        return new DocumentExtractor(readers);
    }
}
