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
        Path config = Path.of(environment.getProperty("vakoogst.config", "config"));
        return Normaliser.with(config.resolve("vocabularies"), classifier);
    }
}
