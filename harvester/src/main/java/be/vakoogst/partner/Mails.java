package be.vakoogst.partner;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;

/** Mails in the reader's language, written in the transaction of what they tell, and sent from the database until one goes through. */
class Mails {

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
    private static final int TOGETHER = 20;
    private static final int TRIES = 10;

    private final JdbcClient database;
    private final InstantSource clock;
    private final ObjectProvider<JavaMailSender> sender;
    private final MessageSource messages;
    private final PartnerSettings settings;

    Mails(
            JdbcClient database,
            InstantSource clock,
            ObjectProvider<JavaMailSender> sender,
            MessageSource messages,
            PartnerSettings settings) {
        this.database = database;
        this.clock = clock;
        this.sender = sender;
        this.messages = messages;
        this.settings = settings;
    }

    /** @param key of the message bundle: {@code mail.KEY.subject} and {@code mail.KEY.body} */
    void write(Registration to, String key, String comment) {
        Locale locale = Locale.of(to.language());
        Object[] facts = {
            to.contact(),
            to.organisation(),
            to.address(),
            settings.baseUrl() + "/partner/registrations/" + to.id(),
            comment
        };
        database.sql("""
                        insert into outgoing_mail (recipient, subject, body, made_at, not_before)
                        values (:to, :subject, :body, :now, :now)
                        """)
                .param("to", to.email())
                .param("subject", messages.getMessage("mail." + key + ".subject", facts, locale))
                .param("body", messages.getMessage("mail." + key + ".body", facts, locale))
                .param("now", now())
                .update();
    }

    private record Waiting(long id, String recipient, String subject, String body, int attempts) {}

    @Scheduled(fixedDelayString = "PT5S")
    void sendWaiting() {
        sender.ifAvailable(server -> waiting().forEach(mail -> send(mail, server)));
    }

    /** Taken for five minutes, so that no two nodes send the same one. */
    private List<Waiting> waiting() {
        return database.sql("""
                        update outgoing_mail set not_before = :later, attempts = attempts + 1 where id in (
                            select id from outgoing_mail where sent_at is null and attempts < :tries and not_before <= :now
                            order by id limit :together for update skip locked)
                        returning id, recipient, subject, body, attempts
                        """)
                .param("later", now().plusMinutes(5))
                .param("tries", TRIES)
                .param("now", now())
                .param("together", TOGETHER)
                .query(Waiting.class)
                .list();
    }

    private void send(Waiting mail, JavaMailSender server) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.mailFrom());
        message.setTo(mail.recipient());
        message.setSubject(mail.subject());
        message.setText(mail.body());
        try {
            server.send(message);
            database.sql("update outgoing_mail set sent_at = :now, last_error = null where id = :id")
                    .param("now", now())
                    .param("id", mail.id())
                    .update();
        } catch (MailException e) {
            LOG.warn("mail {} could not be sent at try {}: {}", mail.id(), mail.attempts(), e.getMessage());
            postpone(mail, e);
        }
    }

    private void postpone(Waiting mail, MailException failure) {
        database.sql("update outgoing_mail set not_before = :later, last_error = :error where id = :id")
                .param("later", now().plus(Duration.ofMinutes(1L << Math.min(mail.attempts(), 8))))
                .param("error", String.valueOf(failure.getMessage()))
                .param("id", mail.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
