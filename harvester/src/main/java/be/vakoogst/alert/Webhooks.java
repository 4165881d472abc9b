package be.vakoogst.alert;

import be.vakoogst.webhook.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Posts messages to the operator's address until they are taken; safe for many nodes. A message may come twice, and is then known by its id. */
class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int TOGETHER = 20;
    private static final int TRIES = 10;

    private final JdbcClient database;
    private final InstantSource clock;
    private final AlertSettings settings;
    private final RestClient client;

    Webhooks(JdbcClient database, InstantSource clock, AlertSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build());
        requests.setReadTimeout(ANSWER_WITHIN);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /** To be posted as soon as the caller's transaction is there. */
    void write(String body) {
        database.sql("insert into outgoing_webhook (id, body, made_at, not_before) values (:id, :body, :now, :now)")
                .param("id", "msg_" + UUID.randomUUID())
                .param("body", body)
                .param("now", now())
                .update();
    }

    private record Waiting(String id, String body, int attempts) {}

    @Scheduled(fixedDelayString = "PT5S")
    void sendWaiting() {
        settings.webhook().ifPresent(url -> waiting().forEach(message -> send(message, url)));
    }

    /** Taken for five minutes, so that no two nodes post the same one. */
    private List<Waiting> waiting() {
        return database.sql("""
                        update outgoing_webhook set not_before = :later, attempts = attempts + 1 where id in (
                            select id from outgoing_webhook where sent_at is null and attempts < :tries and not_before <= :now
                            order by made_at limit :together for update skip locked)
                        returning id, body, attempts
                        """)
                .param("later", now().plusMinutes(5))
                .param("tries", TRIES)
                .param("now", now())
                .param("together", TOGETHER)
                .query(Waiting.class)
                .list();
    }

    private void send(Waiting message, URI url) {
        Map<String, String> signed =
                Signature.headers(message.id(), clock.instant(), message.body(), settings.secret());
        try {
            client.post()
                    .uri(url)
                    .headers(headers -> headers.setAll(signed))
                    .body(message.body())
                    .retrieve()
                    .toBodilessEntity();
            database.sql("update outgoing_webhook set sent_at = :now, last_error = null where id = :id")
                    .param("now", now())
                    .param("id", message.id())
                    .update();
        } catch (RestClientException e) {
            LOG.warn("webhook {} was not taken at try {}: {}", message.id(), message.attempts(), e.getMessage());
            postpone(message, e);
        }
    }

    private void postpone(Waiting message, RestClientException failure) {
        database.sql("update outgoing_webhook set not_before = :later, last_error = :error where id = :id")
                .param("later", now().plus(Duration.ofMinutes(1L << Math.min(message.attempts() - 1, 8))))
                .param("error", String.valueOf(failure.getMessage()))
                .param("id", message.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
