package be.vakoogst.mail;

import be.vakoogst.retention.AboutPeople;
import be.vakoogst.retention.Aging;
import be.vakoogst.retention.Held;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Outbox outbox(
            JdbcClient database, InstantSource clock, ObjectProvider<JavaMailSender> sender, MailSettings settings) {
        return new Outbox(database, clock, sender, settings);
    }

    @Bean
    Aging mailsAge(Outbox outbox) {
        return new Aging(Held.MAILS, outbox::forget);
    }

    @Bean
    AboutPeople mailsToPeople(Outbox outbox) {
        return new AboutPeople(Held.MAILS, outbox::writtenTo, outbox::forget);
    }
}
