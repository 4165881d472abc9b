package be.vakoogst.language;

import be.vakoogst.trade.Vocabulary;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    @Bean
    Language language(Environment environment, Vocabulary vocabulary) {
        return Language.load(vocabularies(environment), vocabulary);
    }

    @Bean
    Synonyms synonyms(Environment environment, Language language, InstantSource clock) {
        return new Synonyms(vocabularies(environment).resolve("synonyms.txt"), language, clock);
    }

    private static Path vocabularies(Environment environment) {
        return Path.of(environment.getProperty("vakoogst.config", "config")).resolve("vocabularies");
    }
}
