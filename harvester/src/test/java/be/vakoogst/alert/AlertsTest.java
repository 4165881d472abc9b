package be.vakoogst.alert;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.vakoogst.application.TestApplication;
import be.vakoogst.mail.Outbox;
import be.vakoogst.serving.SettableClock;
import be.vakoogst.webhook.Signature;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What begins and ends is told once each, by mail and by signed webhook. */
class AlertsTest {

    private static final String SUBJECT = "proefschijf";
    private static final String SECRET = "een-geheim-van-genoeg-tekens";

    private final WireMockServer receiver =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final List<Condition> conditions = new ArrayList<>();
    private final JdbcClient database = TestApplication.database();
    private AlertSettings settings = settings("");

    @BeforeEach
    void listen() {
        receiver.start();
        receiver.stubFor(WireMock.post("/hook").willReturn(WireMock.noContent()));
        settings = settings(receiver.baseUrl() + "/hook");
    }

    @AfterEach
    void clear() {
        receiver.stop();
        database.sql("delete from alert where subject = ?").param(SUBJECT).update();
        database.sql("delete from outgoing_mail where recipient = 'wacht@example.org'")
                .update();
        database.sql("delete from outgoing_webhook").update();
    }

    private static AlertSettings settings(String webhook) {
        return new AlertSettings(
                List.of("wacht@example.org"),
                "nl",
                webhook.isEmpty() ? null : URI.create(webhook),
                SECRET,
                3,
                0.2,
                Duration.ofDays(180),
                Duration.ofMinutes(10),
                DataSize.ofGigabytes(2),
                Duration.ofMinutes(5));
    }

    @Test
    void whatGoesOnIsToldOnceAndItsEndOnceWhenItHasLasted() {
        Alerts alerts = alerts();
        conditions.add(new Condition(AlertKind.DISK, SUBJECT, List.of("100", "2048"), "/operate/alerts"));

        alerts.look();
        alerts.look();
        assertThat(mails()).singleElement().asString().contains("proefschijf", "100 MB");

        conditions.clear();
        alerts.look();
        assertThat(mails()).hasSize(1);
        clock.advance(Duration.ofMinutes(6));
        alerts.look();
        alerts.look();

        assertThat(mails()).hasSize(2);
        assertThat(mails().getLast()).contains("voorbij");
        assertThat(alerts.open()).noneMatch(alert -> alert.subject().equals(SUBJECT));
    }

    @Test
    void whatComesBackAtOnceHasNotEnded() {
        Alerts alerts = alerts();
        Condition full = new Condition(AlertKind.DISK, SUBJECT, List.of("100", "2048"), "/operate/alerts");
        conditions.add(full);
        alerts.look();
        conditions.clear();
        alerts.look();
        clock.advance(Duration.ofMinutes(3));
        conditions.add(full);
        alerts.look();
        conditions.clear();
        alerts.look();
        clock.advance(Duration.ofMinutes(3));
        alerts.look();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void aWebhookIsSignedAsItsSpecificationHasItAndPostedOnce() {
        Alerts alerts = alerts();
        Webhooks webhooks = webhooks();
        conditions.add(new Condition(AlertKind.DISK, SUBJECT, List.of("100", "2048"), "/operate/alerts"));
        alerts.look();

        webhooks.sendWaiting();
        webhooks.sendWaiting();

        List<LoggedRequest> posted = receiver.findAll(WireMock.postRequestedFor(WireMock.urlEqualTo("/hook")));
        assertThat(posted).hasSize(1);
        LoggedRequest message = posted.getFirst();
        assertThat(message.getBodyAsString()).contains("alert.started", SUBJECT, "advice");
        assertThat(message.header("webhook-signature").firstValue())
                .isEqualTo(Signature.of(
                        message.header("webhook-id").firstValue(),
                        Long.parseLong(message.header("webhook-timestamp").firstValue()),
                        message.getBodyAsString(),
                        SECRET));
    }

    @Test
    void whatStartedIsPostedBeforeItsEnd() {
        Alerts alerts = alerts();
        conditions.add(new Condition(AlertKind.DISK, SUBJECT, List.of("100", "2048"), "/operate/alerts"));
        alerts.look();
        conditions.clear();
        alerts.look();
        clock.advance(Duration.ofDays(1));
        alerts.look();

        webhooks().sendWaiting();

        assertThat(receiver.findAll(WireMock.postRequestedFor(WireMock.urlEqualTo("/hook"))))
                .extracting(LoggedRequest::getBodyAsString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("alert.started"),
                        second -> assertThat(second).contains("alert.ended"));
    }

    @Test
    void theSignatureIsThatOfTheSpecificationsExample() {
        assertThat(Signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}",
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aWebhookThatIsNotTakenIsPostedAgainLater() {
        receiver.stubFor(WireMock.post("/hook").willReturn(WireMock.serverError()));
        conditions.add(new Condition(AlertKind.DISK, SUBJECT, List.of("100", "2048"), "/operate/alerts"));
        alerts().look();
        Webhooks webhooks = webhooks();

        webhooks.sendWaiting();
        webhooks.sendWaiting();
        receiver.stubFor(WireMock.post("/hook").willReturn(WireMock.noContent()));
        clock.advance(Duration.ofMinutes(2));
        webhooks.sendWaiting();

        assertThat(receiver.findAll(WireMock.postRequestedFor(WireMock.urlEqualTo("/hook"))))
                .hasSize(2)
                .extracting(request -> request.header("webhook-id").firstValue())
                .containsOnly(database.sql("select id from outgoing_webhook where sent_at is not null")
                        .query(String.class)
                        .single());
    }

    @Test
    void eachKindHasAnAdviceInEachLanguage() {
        Wording wording = TestApplication.context().getBean(Wording.class);
        for (AlertKind kind : AlertKind.values()) {
            Alert alert = new Alert(1, kind, "x", List.of("a", "b", "c"), "/", clock.instant(), Optional.empty());
            Arrays.asList("nl", "fr", "en")
                    .forEach(language -> assertThat(wording.text(alert, Locale.of(language))
                                    + wording.advice(alert, Locale.of(language)))
                            .as(kind + " " + language)
                            .isNotBlank()
                            .doesNotContain("{"));
        }
    }

    @Test
    void aHookWithoutASecretIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertSettings(
                        List.of(),
                        "nl",
                        URI.create("https://x.example/"),
                        "kort",
                        3,
                        0.2,
                        Duration.ofDays(1),
                        Duration.ofMinutes(1),
                        DataSize.ofGigabytes(1),
                        Duration.ofMinutes(1)))
                .withMessageContaining("vakoogst.alerts.webhook-secret");
    }

    @Test
    void operatorsSeeThemOnAPageAndByTheApi() {
        conditions.add(new Condition(AlertKind.DISK, SUBJECT, List.of("100", "2048"), "/operate/alerts"));
        alerts().look();

        assertThat(getJson("/api/alerts").path("open").toString()).contains(SUBJECT, "disk");
        assertThat(get("/operate/alerts", administrator()).body()).contains(SUBJECT);
    }

    private List<String> mails() {
        return database.sql(
                        "select subject || ' ' || body from outgoing_mail where recipient = 'wacht@example.org' order by id")
                .query(String.class)
                .list();
    }

    private Alerts alerts() {
        Rule rule = new Rule() {
            @Override
            public List<Condition> conditions() {
                return List.copyOf(conditions);
            }

            @Override
            public boolean judges(AlertKind kind, String subject) {
                return subject.equals(SUBJECT);
            }
        };
        var context = TestApplication.context();
        return new Alerts(
                List.of(rule),
                new AlertTable(database),
                new Telling(context.getBean(Outbox.class), webhooks(), context.getBean(Wording.class), settings),
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class)),
                new Alerts.Clockwork(clock, settings));
    }

    private Webhooks webhooks() {
        return new Webhooks(database, clock, settings);
    }
}
