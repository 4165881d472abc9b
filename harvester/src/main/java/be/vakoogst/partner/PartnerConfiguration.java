package be.vakoogst.partner;

import be.vakoogst.audit.Audit;
import be.vakoogst.limit.RateLimit;
import be.vakoogst.mail.Outbox;
import be.vakoogst.retention.AboutPeople;
import be.vakoogst.retention.Aging;
import be.vakoogst.retention.Held;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.survey.Survey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerSettings.class)
class PartnerConfiguration {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Set<String> POSTED = Set.of("POST");

    /** Beside the count in the database, which holds for all nodes together: this one costs nothing to ask, and says how long to wait. */
    @Bean
    FilterRegistrationBean<RateLimit> previewLimit(PartnerSettings settings) {
        return RateLimit.of(
                "preview", settings.previewsPerHour(), HOUR, POSTED, "/partner/previews", "/api/partner/preview");
    }

    @Bean
    FilterRegistrationBean<RateLimit> registrationLimit(PartnerSettings settings) {
        return RateLimit.of(
                "registration",
                settings.registrationsPerHour(),
                HOUR,
                POSTED,
                "/partner/registrations",
                "/api/partner/registrations");
    }

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

    @Bean
    Contacts registrationContacts(JdbcClient jdbc) {
        return new Contacts(jdbc);
    }

    @Bean
    Aging registrationsAge(Contacts contacts) {
        return new Aging(Held.REGISTRATIONS, contacts::forget);
    }

    @Bean
    AboutPeople registrationsOfPeople(Contacts contacts) {
        return new AboutPeople(Held.REGISTRATIONS, contacts::of, contacts::erase);
    }
}
