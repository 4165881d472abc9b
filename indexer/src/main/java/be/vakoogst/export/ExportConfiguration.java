package be.vakoogst.export;

import be.vakoogst.catalogue.Catalogue;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    Whole wholeCatalogue(Catalogue catalogue, PlatformTransactionManager transactions) {
        return new Whole(catalogue, transactions);
    }

    @Bean
    Exports exports(Whole whole, Catalogue catalogue, InstantSource clock) {
        return new Exports(
                whole,
                catalogue,
                clock,
                work -> Thread.ofVirtual().name("export").start(work));
    }
}
