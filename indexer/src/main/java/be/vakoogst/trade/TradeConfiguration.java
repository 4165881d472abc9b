package be.vakoogst.trade;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class TradeConfiguration {

    @Bean
    Vocabulary vocabulary(Environment environment) {
        return Vocabulary.load(
                Path.of(environment.getProperty("vakoogst.config", "config")).resolve("vocabularies"));
    }

    @Bean
    Classifier classifier(Vocabulary vocabulary) {
        return Classifier.of(vocabulary);
    }
}
