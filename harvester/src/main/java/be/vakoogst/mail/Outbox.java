package be.vakoogst.mail;

import be.vakoogst.delivery.Deliveries;
import be.vakoogst.resource.ResourceJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.JsonNode;

/** The mails that are to be sent. Safe for many threads and nodes. */
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** After the first failure. */
    private static final Duration WAIT = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final InstantSource clock;
    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final Deliveries deliveries;

    Outbox(JdbcClient database, InstantSource clock, ObjectProvider<JavaMailSender> sender, MailSettings settings) {
        this.database = database;
        this.clock = clock;
        this.sender = sender;
        this.settings = settings;
        this.deliveries = new Deliveries(database, clock, "outgoing_mail", "id", WAIT);
    }

    /** To be sent as soon as the caller's transaction is there. */
    public void write(String recipient, String subject, String body) {
        database.sql("""
                        insert into outgoing_mail (recipient, subject, body, made_at, not_before)
                        values (:to, :subject, :body, :now, :now)
                        """)
                .param("to", recipient)
                .param("subject", subject)
                .param("body", body)
                .param("now", now())
                .update();
    }

    /** How many are not sent yet and not given up. */
    public long unsent() {
        return database.sql("select count(*) from outgoing_mail where sent_at is null and attempts < :tries")
                .param("tries", Deliveries.TRIES)
                .query(Long.class)
                .single();
    }

    /** The address of a page of ours, as it is reached from outside. @param path with a slash at its beginning */
    public String link(String path) {
        return settings.baseUrl() + path;
    }

    /** Deletes those that were sent, or given up, before a time. */
    int forget(Instant before) {
        return database.sql("""
                        delete from outgoing_mail
                        where sent_at < :before or sent_at is null and attempts >= :tries and made_at < :before
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("tries", Deliveries.TRIES)
                .update();
    }

    private record Written(String subject, String body, OffsetDateTime madeAt) {}

    List<JsonNode> writtenTo(String recipient) {
        return database
                .sql("select subject, body, made_at from outgoing_mail where lower(recipient) = lower(:to) order by id")
                .param("to", recipient)
                .query(Written.class)
                .list()
                .stream()
                .<JsonNode>map(ResourceJson.mapper()::valueToTree)
                .toList();
    }

    int forget(String recipient) {
        return database.sql("delete from outgoing_mail where lower(recipient) = lower(:to)")
                .param("to", recipient)
                .update();
    }

    /** A mail, sent or not. */
    public record Mail(String recipient, String subject, String body, Instant madeAt, Optional<Instant> sentAt) {}

    /** All that was written to somebody and is still known, the oldest first. */
    public List<Mail> sentTo(String recipient) {
        return database.sql(
                        "select recipient, subject, body, made_at, sent_at from outgoing_mail where recipient = :to order by id")
                .param("to", recipient)
                .query((row, number) -> new Mail(
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    private record Waiting(long id, String recipient, String subject, String body, int attempts) {}

    @Scheduled(fixedDelayString = "PT5S")
    void sendWaiting() {
        sender.ifAvailable(server -> deliveries.take(Waiting.class).forEach(mail -> send(mail, server)));
    }

    private void send(Waiting mail, JavaMailSender server) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(mail.recipient());
        message.setSubject(mail.subject());
        message.setText(mail.body());
        try {
            server.send(message);
            deliveries.sent(mail.id());
        } catch (MailException e) {
            LOG.warn("mail {} could not be sent at try {}: {}", mail.id(), mail.attempts(), e.getMessage());
            deliveries.failed(mail.id(), mail.attempts(), e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
