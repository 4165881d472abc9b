package be.vakoogst.alert;

import be.vakoogst.index.IndexCheck;
import be.vakoogst.index.IndexStatus;
import be.vakoogst.life.Removals;
import be.vakoogst.mail.Outbox;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AlertSettings.class, DataPlace.class})
class AlertConfiguration {

    @Bean
    Rule sourceRule(Sources sources, Runs runs, Scheduling scheduling, AlertSettings settings, InstantSource clock) {
        return new SourceRule(sources, runs, scheduling, settings, clock);
    }

    @Bean
    Rule removalRule(Removals removals) {
        return new RemovalRule(removals);
    }

    @Bean
    Rule indexRule(IndexStatus status, IndexCheck check, AlertSettings settings) {
        return new IndexRule(status, check, settings);
    }

    @Bean
    Rule diskRule(DataPlace place, AlertSettings settings) {
        return new DiskRule(place, settings);
    }

    @Bean
    Wording alertWording(MessageSource messages) {
        return new Wording(messages);
    }

    @Bean
    Webhooks alertWebhooks(JdbcClient database, InstantSource clock, AlertSettings settings) {
        return new Webhooks(database, clock, settings);
    }

    @Bean
    Telling alertTelling(Outbox mails, Webhooks webhooks, Wording wording, AlertSettings settings) {
        return new Telling(mails, webhooks, wording, settings);
    }

    @Bean
    Alerts.Clockwork alertClockwork(InstantSource clock, AlertSettings settings) {
        return new Alerts.Clockwork(clock, settings);
    }

    @Bean
    Alerts alerts(
            List<Rule> rules,
            JdbcClient database,
            Telling telling,
            PlatformTransactionManager transactions,
            Alerts.Clockwork clockwork) {
        return new Alerts(rules, new AlertTable(database), telling, new TransactionTemplate(transactions), clockwork);
    }

    @Bean
    AlertMeters alertMeters(Alerts alerts, MeterRegistry registry) {
        return new AlertMeters(alerts, registry);
    }
}
