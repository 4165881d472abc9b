package be.vakoogst.search;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.index.SearchEngine;
import be.vakoogst.language.Language;
import be.vakoogst.language.Synonyms;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.TradeNames;
import be.vakoogst.trade.Vocabulary;
import be.vakoogst.usage.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Understanding understanding(Language language, Synonyms synonyms, TradeNames names, Classifier classifier) {
        return new Understanding(language, synonyms, names, classifier);
    }

    @Bean
    Rules searchRules(Environment environment, Language language, JdbcClient database, InstantSource clock) {
        return new Rules(config(environment).resolve("search-rules.yml"), language, database, clock);
    }

    @Bean
    Labels searchLabels(Environment environment, Vocabulary vocabulary, Catalogue catalogue, MessageSource messages) {
        return new Labels(
                config(environment).resolve("vocabularies"), vocabulary, new SourceNames(catalogue)::of, messages);
    }

    private static Path config(Environment environment) {
        return Path.of(environment.getProperty("vakoogst.config", "config"));
    }

    @Bean
    Finds finds(Search search) {
        return new Finds(search);
    }

    @Bean
    Search search(
            SearchEngine engine,
            Understanding understanding,
            Rules rules,
            Usage usage,
            Language language,
            Labels labels) {
        return new Search(engine, understanding, rules::of, usage::clicks, new Answering(language, labels));
    }

    @Bean
    SearchMeters searchMeters(MeterRegistry registry) {
        return new SearchMeters(registry);
    }

    @Bean
    TradeFacts tradeFacts(Search search, Vocabulary vocabulary) {
        return new TradeFacts(search, vocabulary);
    }

    @Bean
    Suggestions suggestions(Search search, TradeNames names, Usage usage) {
        return new Suggestions(search, names, usage);
    }

    @Bean
    LanguageChoice localeResolver() {
        return new LanguageChoice();
    }

    @Bean
    WebMvcConfigurer languageOfPages(LanguageChoice choice) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(choice);
            }
        };
    }
}
