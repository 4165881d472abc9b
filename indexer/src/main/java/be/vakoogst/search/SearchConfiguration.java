package be.vakoogst.search;

import be.vakoogst.index.SearchEngine;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.TradeNames;
import be.vakoogst.trade.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Search search(SearchEngine engine, Vocabulary vocabulary, TradeNames names, Classifier classifier) {
        return new Search(engine, vocabulary, new Meanings(names, classifier));
    }

    @Bean
    TradeFacts tradeFacts(Search search, Vocabulary vocabulary) {
        return new TradeFacts(search, vocabulary);
    }

    @Bean
    Suggestions suggestions(Search search, TradeNames names) {
        return new Suggestions(search, names);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageChoice();
    }
}
