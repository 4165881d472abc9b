package be.vakoogst.search;

import be.vakoogst.index.SearchEngine;
import be.vakoogst.trade.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Search search(SearchEngine engine, Vocabulary vocabulary) {
        return new Search(engine, vocabulary);
    }
}
