package be.vakoogst.survey;

import be.vakoogst.run.Trial;
import be.vakoogst.source.SourceEditor;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SurveySettings.class)
class SurveyConfiguration {

    @Bean
    Survey survey(SourceEditor editor, Trial trial, SurveySettings settings, InstantSource clock) {
        return new Survey(editor, trial, settings, clock);
    }
}
