package be.vakoogst.validate;

import be.vakoogst.run.PageTrial;
import be.vakoogst.source.SourceEditor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ValidateSettings.class)
class ValidateConfiguration {

    @Bean
    Validator validator(PageTrial trial, SourceEditor editor, ValidateSettings settings) {
        return new Validator(trial, editor, new Turns(settings));
    }
}
