package be.vakoogst.partner;

import be.vakoogst.audit.Audit;
import be.vakoogst.mail.Outbox;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.survey.Survey;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerSettings.class)
class PartnerConfiguration {

    @Bean
    Previews previews(Survey survey, JdbcClient jdbc, InstantSource clock, PartnerSettings settings) {
        return new Previews(survey, new PreviewTable(jdbc, clock), settings);
    }

    @Bean
    Mails mails(Outbox outbox, MessageSource messages) {
        return new Mails(outbox, messages);
    }

    @Bean
    Registrations.Activation activation(SourceEditor editor, Scheduling scheduling) {
        return new Registrations.Activation(editor, scheduling);
    }

    @Bean
    Registrations.Texts registrationTexts(
            MessageSource messages, InstantSource clock, Audit audit, PlatformTransactionManager transactions) {
        return new Registrations.Texts(messages, clock, audit, new TransactionTemplate(transactions));
    }

    @Bean
    RegistrationTable registrationTable(JdbcClient jdbc, InstantSource clock) {
        return new RegistrationTable(jdbc, clock);
    }

    @Bean
    Registrations registrations(
            RegistrationTable table,
            Previews previews,
            Registrations.Activation activation,
            Mails mails,
            Registrations.Texts texts) {
        return new Registrations(table, previews, activation, mails, texts);
    }
}
