package be.vakoogst.normalise;

import be.vakoogst.trade.Classifier;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class NormaliseConfiguration {

    @Bean
    Normaliser normaliser(Environment environment, Classifier classifier) {
        return Normaliser.with(vocabularies(environment), classifier);
    }

    @Bean
    Choices choices(Environment environment) {
        return Choices.load(vocabularies(environment));
    }

    private static Path vocabularies(Environment environment) {
        return Path.of(environment.getProperty("vakoogst.config", "config")).resolve("vocabularies");
    }
}
