package be.vakoogst.source;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The sources of the configuration folder. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    @Bean
    Sources sources(Environment environment) {
        Path config = Path.of(environment.getProperty("vakoogst.config", "config"));
        UnaryOperator<String> placeholders = environment::resolvePlaceholders;
        return new Sources(config.resolve("sources"), placeholders);
    }
}
