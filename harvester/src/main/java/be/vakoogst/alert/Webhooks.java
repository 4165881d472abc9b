package be.vakoogst.alert;

import be.vakoogst.delivery.Deliveries;
import be.vakoogst.webhook.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /** After the first failure. */
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final InstantSource clock;
    private final AlertSettings settings;
    private final RestClient client;
    private final Deliveries deliveries;

    Webhooks(JdbcClient database, InstantSource clock, AlertSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.deliveries = new Deliveries(database, clock, "outgoing_webhook", "made_at", WAIT);
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
        settings.webhook().ifPresent(url -> deliveries.take(Waiting.class).forEach(message -> send(message, url)));
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
            deliveries.sent(message.id());
        } catch (RestClientException e) {
            LOG.warn("webhook {} was not taken at try {}: {}", message.id(), message.attempts(), e.getMessage());
            deliveries.failed(message.id(), message.attempts(), e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
