package be.vakoogst.push;

import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Sources;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What partners and hubs send, over HTTP as they do. */
class PushTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static final String SOURCE = "duwt-zelf";
    private static String key = "";

    @BeforeAll
    static void harvested() throws IOException {
        PUBLISHER.serves("/feed", "application/atom+xml", """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Duwclub</title>
                <link rel="hub" href="/hub"/><link rel="self" href="/feed"/>
                <entry><id>urn:1</id><title>Eerste duwles</title><link href="/les"/></entry></feed>""");
        PUBLISHER.serves("/les", "text/html", "<title>Eerste duwles</title>");
        PUBLISHER.acceptsForms("/hub");
        Files.writeString(
                TestApplication.sources().resolve(SOURCE + ".yml"), """
                id: %s
                name: Duwclub
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s}
                """.formatted(SOURCE, PUBLISHER.url("/feed")));
        harvest(SOURCE);
        key = TestApplication.context().getBean(PushKeys.class).issue(new SourceId(SOURCE));
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void aPingReadsThatPageAgainAndNoOther() {
        int asked = PUBLISHER.requestsTo("/les");

        JsonNode answer = json(sent("/api/push/ping", "{\"url\": \"" + PUBLISHER.url("/les") + "\"}", key, ""));

        assertThat(answer.path("known").asBoolean()).isTrue();
        await().until(() -> PUBLISHER.requestsTo("/les") == asked + 1);
    }

    @Test
    void pushedRecordsAreFoundAndTheSameRequestTwiceIsTakenOnce() {
        String record = """
                [{"id": "https://duwclub.example/eenhoornvijl", "name": "Eenhoornvijl gebruiken",
                  "license": {"id": "https://creativecommons.org/licenses/by/4.0/"},
                  "creator": [{"type": "Person", "name": "An Smid"}], "keywords": ["vijlen", "metaal"]}]""";

        HttpResponse<String> first = sent("/api/push/records", record, key, "k-1");
        HttpResponse<String> again = sent("/api/push/records", record, key, "k-1");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode found = until(
                "/api/search?source=" + SOURCE + "-push",
                hits -> hits.path("total").asInt() == 1);
        assertThat(found.at("/hits/0/url").asString()).isEqualTo("https://duwclub.example/eenhoornvijl");
        assertThat(sent("/api/push/records", "[]", key, "k-1").statusCode()).isEqualTo(400);

        sent("/api/push/records", "{\"url\": \"https://duwclub.example/eenhoornvijl\", \"deleted\": true}", key, "");
        sent(
                "/api/push/records",
                "{\"url\": \"https://duwclub.example/ander\", \"title\": \"Griffioenboor\"}",
                key,
                "");
        until(
                "/api/search?source=" + SOURCE + "-push",
                hits -> hits.path("total").asInt() == 1
                        && hits.at("/hits/0/url").asString().endsWith("/ander"));
    }

    @Test
    void nothingIsTakenWithoutAKeyOrWithoutSense() {
        assertThat(sent("/api/push/ping", "{\"url\": \"https://a.example/\"}", "", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(sent("/api/push/ping", "{\"url\": \"https://a.example/\"}", "vakoogst_push_0", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(json(sent("/api/push/records", "[{\"url\": \"https://a.example/\"}]", key, ""))
                        .path("parameter")
                        .asString())
                .isEqualTo("records[0].title");
        assertThat(json(sent("/api/push/records", "{", key, ""))
                        .path("parameter")
                        .asString())
                .isEqualTo("body");
    }

    @Test
    void aHubIsAskedAnsweredAndBelievedOnlyWhenItSigns() throws Exception {
        SubscriptionTable table = TestApplication.context().getBean(SubscriptionTable.class);
        TestApplication.context()
                .getBean(Subscriptions.class)
                .look(TestApplication.context()
                        .getBean(Sources.class)
                        .find(new SourceId(SOURCE))
                        .orElseThrow());
        assertThat(PUBLISHER.handedOver("/hub")).hasSize(1);
        Subscription asked = table.find(callback()).orElseThrow();
        String path = "/push/websub/" + asked.callback();

        assertThat(getAsAnybody(path + "?hub.mode=subscribe&hub.topic=https://elders.example/&hub.challenge=x")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> verified = getAsAnybody(path + "?hub.mode=subscribe&hub.topic=" + asked.topic()
                + "&hub.challenge=abc123&hub.lease_seconds=864000");
        assertThat(verified.body()).isEqualTo("abc123");

        long before = runs();
        told(path, "sha256=" + "00".repeat(32));
        assertThat(runs()).isEqualTo(before);
        told(path, "sha256=" + signature(asked.secret()));
        assertThat(runs()).isEqualTo(before + 1);
    }

    private static void told(String path, String signature) {
        HttpResponse<String> answer = send(request(path, Optional.empty())
                .header("X-Hub-Signature", signature)
                .header("Content-Type", "application/atom+xml")
                .POST(HttpRequest.BodyPublishers.ofString("<feed/>"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private static String signature(String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal("<feed/>".getBytes(StandardCharsets.US_ASCII)));
    }

    private static long runs() {
        return TestApplication.database()
                .sql("select count(*) from run where source_id = :source and trigger = 'push'")
                .param("source", SOURCE)
                .query(Long.class)
                .single();
    }

    private static String callback() {
        return TestApplication.database()
                .sql("select callback from hub_subscription where source_id = :source")
                .param("source", SOURCE)
                .query(String.class)
                .single();
    }

    private static HttpResponse<String> sent(String path, String body, String apiKey, String idempotency) {
        HttpRequest.Builder request = request(path, Optional.empty())
                .header("Content-Type", "application/json")
                .header("X-Api-Key", apiKey)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!idempotency.isEmpty()) {
            request.header("Idempotency-Key", idempotency);
        }
        return send(request.build());
    }
}
