package be.vakoogst.survey;

import be.vakoogst.connector.Connector;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.run.Trial;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.SourceEditor;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SurveySettings.class)
class SurveyConfiguration {

    @Bean
    Survey survey(SourceEditor editor, Trial trial, Recognition recognition, InstantSource clock) {
        return new Survey(editor, trial, recognition, clock);
    }

    @Bean
    Recognition recognition(Fetcher fetcher, List<Connector> connectors, SurveySettings settings) {
        return new Recognition(fetcher, connectors, new Politeness(settings.pace(), 1));
    }
}
