package be.vakoogst.push;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.partner.Partners;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.SourceId;
import be.vakoogst.serving.SettableClock;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.Sources;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How the lease of a hub is renewed, and what becomes of one that is not; its hub answers the whole application. */
class LeaseTest {

    private static final Duration LEASE = Duration.ofDays(10);

    private static final SourceEditor EDITOR = TestApplication.context().getBean(SourceEditor.class);

    private final Publisher publisher = new Publisher();
    private final SettableClock clock = new SettableClock(Instant.now());
    private final SubscriptionTable table = new SubscriptionTable(TestApplication.database(), clock);
    private final Subscriptions subscriptions = new Subscriptions(
            TestApplication.context().getBean(Sources.class),
            EDITOR,
            table,
            TestApplication.context().getBean(Fetcher.class),
            TestApplication.context().getBean(PushSettings.class));

    @BeforeEach
    void aFeedWithAHub() {
        EDITOR.save(
                new SourceId("tried"),
                SourceDraft.of(publisher.url("/feed"), "feed", Map.of())
                                .called(new SourceId("tried"))
                                .yaml()
                        + "enabled: false\n");
        publisher.serves("/feed", "application/atom+xml", """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Huurclub</title>
                <link rel="hub" href="/hub"/><link rel="self" href="/feed"/></feed>""");
        publisher.acceptsForms("/hub");
    }

    @AfterEach
    void forget() {
        JdbcClient database = TestApplication.database();
        database.sql("delete from hub_subscription where source_id = 'tried'").update();
        EDITOR.remove(new SourceId("tried"));
        publisher.close();
    }

    @Test
    void aLeaseIsRenewedBeforeItEndsAndNotSooner() {
        look();
        grant(LEASE);

        after(Duration.ofDays(5));
        assertThat(asked()).isEqualTo(1);
        after(Duration.ofDays(3));
        assertThat(asked()).isEqualTo(2);
        assertThat(hub().state()).isEqualTo("active");
        assertThat(publisher.handedOver("/hub").get(1).body())
                .isEqualTo(publisher.handedOver("/hub").get(0).body());

        grant(LEASE.multipliedBy(2));
        after(Duration.ofDays(3));
        assertThat(hub().state()).isEqualTo("active");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aLeaseOfAnHourIsRenewedWithinTheHour() {
        look();
        grant(Duration.ofHours(1));

        after(Duration.ofMinutes(40));
        assertThat(asked()).isEqualTo(1);
        after(Duration.ofMinutes(10));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aHubThatIsSilentIsAskedEverSoonerAndThenSaidToHaveLapsedAndAskedOnceADay() {
        look();
        grant(LEASE);
        for (Duration step : new Duration[] {Duration.ofDays(8), Duration.ofHours(25), Duration.ofHours(13)}) {
            after(step);
        }
        assertThat(asked()).isEqualTo(4);
        assertThat(hub().state()).isEqualTo("active");

        after(Duration.ofDays(1));

        assertThat(hub().state()).isEqualTo("lapsed");
        assertThat(toldByHub()).isEqualTo(410);
        assertThat(asked()).isEqualTo(5);
        after(Duration.ofHours(12));
        assertThat(asked()).isEqualTo(5);
        after(Duration.ofDays(1));
        after(Duration.ofHours(1));
        assertThat(asked()).isEqualTo(6);
        assertThat(hub().state()).isEqualTo("lapsed");

        grant(LEASE);
        assertThat(hub().state()).isEqualTo("active");
    }

    @Test
    void aRenewalThatIsRefusedAtOnceOrLaterIsSaidWithItsReasonAndAskedAgainTheNextDay() {
        look();
        grant(LEASE);
        publisher.refusesForms("/hub");

        after(Duration.ofDays(8));

        assertThat(hub().state()).isEqualTo("denied");
        assertThat(hub().reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("401"));
        assertThat(hub().until()).isEmpty();
        assertThat(toldByHub()).isEqualTo(410);
        publisher.acceptsForms("/hub");
        int before = asked();
        after(Duration.ofHours(25));
        assertThat(asked()).isEqualTo(before + 1);

        hubSays("hub.mode=denied&hub.reason=geen+plaats");
        assertThat(hub().reason()).hasValue("geen plaats");
    }

    @Test
    void aPartnerIsToldThatItsHubRefusesAndThatItsFeedIsStillRead() {
        publisher.refusesForms("/hub");
        publisher.serves("/feed", "application/atom+xml", """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Huurclub</title>
                <link rel="hub" href="/hub"/><link rel="self" href="/feed"/>
                <entry><id>urn:1</id><title>Huurkoopgids</title></entry></feed>""");
        JsonNode registration = Partners.joined(publisher.url("/feed"), "Huurclub");
        String id = registration.path("id").asString();

        TestApplication.context()
                .getBean(Subscriptions.class)
                .look(TestApplication.context()
                        .getBean(Sources.class)
                        .find(new SourceId(registration.path("source").asString()))
                        .orElseThrow());

        until(
                "/api/partner/registrations/" + id + "/hub",
                told -> told.at("/hub/state").asString("").equals("denied"));
        assertThat(getAsAnybody("/partner/registrations/" + id + "?lang=nl").body())
                .contains("meldt ons geen wijzigingen.", "401", "op de gewone tijdstippen");
        assertThat(getJson("/api/partner/registrations/" + id + "/standing").has("next"))
                .isTrue();
    }

    @Test
    void theHubOfASourceThatWentIsAskedToStopAndNothingOfItIsKept() {
        look();
        grant(LEASE);
        String callback = table.of(new SourceId("tried")).orElseThrow().callback();
        EDITOR.remove(new SourceId("tried"));

        subscriptions.leave();
        subscriptions.leave();

        assertThat(publisher.handedOver("/hub")).hasSize(2);
        assertThat(publisher.handedOver("/hub").getLast().body()).contains("hub.mode=unsubscribe", callback);
        assertThat(told(callback)).isEqualTo(410);
        assertThat(asks(callback, "hub.mode=subscribe&hub.challenge=nee").statusCode())
                .isEqualTo(404);
        assertThat(asks(callback, "hub.mode=unsubscribe&hub.challenge=ja").body())
                .isEqualTo("ja");
        assertThat(table.sources()).doesNotContain(new SourceId("tried"));
    }

    @Test
    void aHubThatWillNotStopOrNeverAsksBackIsForgottenAllTheSame() {
        for (boolean refuses : new boolean[] {true, false}) {
            aFeedWithAHub();
            look();
            grant(LEASE);
            if (refuses) {
                publisher.refusesForms("/hub");
            }
            EDITOR.remove(new SourceId("tried"));

            subscriptions.leave();
            assertThat(table.sources().contains(new SourceId("tried"))).isEqualTo(!refuses);
            clock.advance(Duration.ofHours(25));
            subscriptions.leave();

            assertThat(table.sources()).doesNotContain(new SourceId("tried"));
        }
    }

    @Test
    void aPartnerWhoLeavesTakesItsHubAlong() {
        publisher.serves("/feed", "application/atom+xml", """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Vertrekclub</title>
                <link rel="hub" href="/hub"/><link rel="self" href="/feed"/>
                <entry><id>urn:1</id><title>Vertrekgids</title></entry></feed>""");
        JsonNode registration = Partners.joined(publisher.url("/feed"), "Vertrekclub");
        SourceId source = new SourceId(registration.path("source").asString());
        subscriptions.look(
                TestApplication.context().getBean(Sources.class).find(source).orElseThrow());
        // The application itself may have begun to look before.
        await().until(() -> !publisher.handedOver("/hub").isEmpty());
        String callback = table.of(source).orElseThrow().callback();
        asks(callback, "hub.mode=subscribe&hub.challenge=ja&hub.lease_seconds=9000");

        post("/api/partner/registrations/" + registration.path("id").asString() + "/withdraw", "{}", administrator());

        assertThat(told(callback)).isEqualTo(410);
        assertThat(new Hubs(table).of(source)).isEmpty();
        subscriptions.leave();
        assertThat(publisher.handedOver("/hub").getLast().body()).contains("hub.mode=unsubscribe");
        assertThat(asks(callback, "hub.mode=unsubscribe&hub.challenge=dag").body())
                .isEqualTo("dag");
        assertThat(table.sources()).doesNotContain(source);
    }

    private HttpResponse<String> asks(String callback, String query) {
        return getAsAnybody("/push/websub/" + callback + "?hub.topic=" + publisher.url("/feed") + "&" + query);
    }

    private void look() {
        subscriptions.lapse();
        subscriptions.look(source());
    }

    private void after(Duration time) {
        clock.advance(time);
        look();
    }

    private Source source() {
        return Offered.source("feed", publisher.url("/feed"), Map.of());
    }

    private int asked() {
        return publisher.handedOver("/hub").size();
    }

    private Hubs.Hub hub() {
        return new Hubs(table).of(new SourceId("tried")).orElseThrow();
    }

    /** The hub asks back, counting from its own time. */
    private void grant(Duration lease) {
        assertThat(hubSays("hub.mode=subscribe&hub.challenge=ja&hub.lease_seconds=" + lease.toSeconds()))
                .isEqualTo("ja");
    }

    private String hubSays(String query) {
        Subscription subscription = table.of(new SourceId("tried")).orElseThrow();
        return getAsAnybody(
                        "/push/websub/" + subscription.callback() + "?hub.topic=" + subscription.topic() + "&" + query)
                .body();
    }

    private int toldByHub() {
        return told(table.of(new SourceId("tried")).orElseThrow().callback());
    }

    private static int told(String callback) {
        return send(request("/push/websub/" + callback, Optional.empty())
                        .POST(HttpRequest.BodyPublishers.ofString("<feed/>"))
                        .build())
                .statusCode();
    }
}
