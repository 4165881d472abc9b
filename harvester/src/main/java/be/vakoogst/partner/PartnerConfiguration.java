package be.vakoogst.partner;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.control.Control;
import be.vakoogst.folder.Uploads;
import be.vakoogst.life.Lives;
import be.vakoogst.life.Takebacks;
import be.vakoogst.limit.RateLimit;
import be.vakoogst.mail.Outbox;
import be.vakoogst.push.Pushes;
import be.vakoogst.retention.AboutPeople;
import be.vakoogst.retention.Aging;
import be.vakoogst.retention.Held;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.standing.Standings;
import be.vakoogst.survey.Survey;
import be.vakoogst.trade.Vocabulary;
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
    PreviewTable previewTable(JdbcClient jdbc, InstantSource clock) {
        return new PreviewTable(jdbc, clock);
    }

    @Bean
    Previews previews(Survey survey, PreviewTable table, PartnerSettings settings) {
        return new Previews(survey, table, settings);
    }

    @Bean
    Sheets sheets(Previews previews, PreviewTable table, Survey survey, Uploads uploads, PartnerSettings settings) {
        return new Sheets(previews, table, survey, uploads, settings);
    }

    @Bean
    Mails mails(Outbox outbox, MessageSource messages) {
        return new Mails(outbox, messages);
    }

    @Bean
    Registrations.Activation activation(
            SourceEditor editor,
            Scheduling scheduling,
            Withdrawals withdrawals,
            Pushes pushes,
            PartnerSettings settings) {
        return new Registrations.Activation(editor, scheduling, withdrawals, pushes, settings.provenMayJoin());
    }

    @Bean
    Proofs proofs(RegistrationTable table, Registrations registrations, Control control, InstantSource clock) {
        return new Proofs(table, registrations, control, clock);
    }

    @Bean
    Withdrawals withdrawals(RegistrationTable table, Takebacks takebacks, Lives lives, Runs runs, Uploads uploads) {
        return new Withdrawals(table, takebacks, lives, runs, uploads);
    }

    @Bean
    ErrorSheet errorSheet(MessageSource messages) {
        return new ErrorSheet(messages);
    }

    @Bean
    HeldData heldData(Standings standings, SourceEditor editor, Outbox outbox, HeldData.Traces traces) {
        return new HeldData(standings, editor, outbox, traces);
    }

    @Bean
    HeldData.Traces heldTraces(Runs runs, Lives lives, Catalogue catalogue, Uploads uploads) {
        return new HeldData.Traces(runs, lives, catalogue, uploads);
    }

    @Bean
    AfterRun afterRun(RegistrationTable table, Runs runs, Standings standings, Mails mails, AfterRun.Said said) {
        return new AfterRun(table, runs, standings, mails, said);
    }

    @Bean
    AfterRun.Said partnerWords(MessageSource messages, PlatformTransactionManager transactions) {
        return new AfterRun.Said(messages, new TransactionTemplate(transactions));
    }

    @Bean
    Registrations.Texts registrationTexts(
            MessageSource messages,
            InstantSource clock,
            Audit audit,
            PlatformTransactionManager transactions,
            Vocabulary vocabulary) {
        return new Registrations.Texts(messages, clock, audit, new TransactionTemplate(transactions), vocabulary);
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
