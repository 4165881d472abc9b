package be.vakoogst.webhook;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.delete;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.publisher.Publisher.HandedOver;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes reach who wants to be told of them, signed, once each. */
class WebhookTest {

    private static final Publisher RECEIVER = new Publisher();

    @AfterAll
    static void stop() {
        RECEIVER.close();
    }

    @Test
    void aChangeIsToldOnceSignedAndUnderTheSameIdAtEveryAttempt() throws Exception {
        RECEIVER.takesAtSecondAttempt("/eerst-niet");
        JsonNode made = hook("/eerst-niet", "haakbron");
        LearningResource resource = Resources.from("haakbron", "Haakse slijper gebruiken");

        accept(resource);
        List<HandedOver> told = told("/eerst-niet", 2);

        assertThat(told).extracting(one -> one.header().apply("webhook-id")).containsOnly(id(told.getFirst()));
        JsonNode message = JsonMapper.shared().readTree(told.get(1).body());
        assertThat(message.path("type").asString()).isEqualTo("resource.changed");
        assertThat(message.at("/data/resource/title").asString()).isEqualTo(resource.title());
        for (HandedOver one : told) {
            assertThat(one.header().apply("webhook-signature"))
                    .isEqualTo("v1," + signature(made.path("secret").asString(), one));
        }

        transaction().executeWithoutResult(status -> catalogue().withdraw(List.of(resource.id()), "gone"));
        HandedOver last = told("/eerst-niet", 3).getLast();
        assertThat(JsonMapper.shared().readTree(last.body()).path("type").asString())
                .isEqualTo("resource.gone");
        assertThat(id(last)).isNotEqualTo(id(told.getFirst()));
    }

    @Test
    void onlyTheSourceThatIsWantedIsTold() {
        RECEIVER.answersHandedOver("/een-bron", 200);
        hook("/een-bron", "haakeen");

        accept(Resources.from("haakander", "Van een andere bron"));
        accept(Resources.from("haakeen", "Van de gewenste bron"));

        assertThat(told("/een-bron", 1))
                .singleElement()
                .satisfies(one -> assertThat(one.body()).contains("Van de gewenste bron"));
    }

    @Test
    void whoFollowsATradeIsToldThatARecordLeftIt() {
        RECEIVER.answersHandedOver("/vak", 200);
        post(
                "/api/me/webhooks",
                "{\"url\": \"%s\", \"source\": \"haakvak\", \"trade\": \"hout\"}".formatted(RECEIVER.url("/vak")),
                administrator());

        for (String trade : List.of("hout", "mechanica")) {
            accept(Resources.from(
                    "haakvak",
                    "Van vak veranderd",
                    "\"trades\":[{\"id\":\"%s\",\"score\":0.9,\"evidence\":[],\"assertedBy\":\"rule\"}]"
                            .formatted(trade)));
            told("/vak", trade.equals("hout") ? 1 : 2);
        }

        assertThat(told("/vak", 2).getFirst().body()).contains("resource.changed");
        assertThat(told("/vak", 2).getLast().body()).contains("resource.gone").doesNotContain("Van vak veranderd");
    }

    @Test
    void whoSaysThatItIsGoneIsStoppedAndGoesOnWhereItWasOnceResumed() {
        RECEIVER.answersHandedOver("/weg", 410);
        JsonNode made = hook("/weg", "haakweg");
        String path = "/api/me/webhooks/" + made.at("/webhook/id").asLong();
        accept(Resources.from("haakweg", "Niets gaat verloren"));

        JsonNode stopped = until(path, hook -> hook.path("state").asString().equals("stopped"));
        assertThat(stopped.path("reason").asString()).contains("410");

        RECEIVER.answersHandedOver("/weg", 200);
        post(path + "/resume", "", administrator());
        assertThat(told("/weg", 2).getLast().body()).contains("Niets gaat verloren");
    }

    @Test
    void aPrivateAddressIsNeverToldAndStopsAtOnce() {
        JsonNode made = json(post(
                "/api/me/webhooks",
                "{\"url\": \"http://10.0.0.1/haak\", \"source\": \"haakbinnen\"}",
                administrator()));
        accept(Resources.from("haakbinnen", "Voor niemand binnenshuis"));

        JsonNode stopped = until(
                "/api/me/webhooks/" + made.at("/webhook/id").asLong(),
                hook -> hook.path("state").asString().equals("stopped"));
        assertThat(stopped.path("reason").asString()).startsWith("private-address");
    }

    @Test
    void nobodySeesTheHooksOrSecretsOfOthers() {
        JsonNode made = hook("/eigen", "haakeigen");
        long id = made.at("/webhook/id").asLong();
        post(
                "/api/accounts",
                "{\"name\": \"haakpartner\", \"role\": \"partner\", \"password\": \"lang-en-moeilijk\"}",
                administrator());
        String partner = "Basic "
                + Base64.getEncoder().encodeToString("haakpartner:lang-en-moeilijk".getBytes(StandardCharsets.UTF_8));

        assertThat(get("/api/me/webhooks/" + id, partner).statusCode()).isEqualTo(404);
        assertThat(get("/api/webhooks", partner).statusCode()).isEqualTo(403);
        assertThat(json(get("/api/me/webhooks", partner)).path("webhooks").size())
                .isZero();
        assertThat(post("/api/me/webhooks", "{\"url\": \"https://partner.example/haak\"}", partner)
                        .statusCode())
                .isEqualTo(201);
        assertThat(get("/api/webhooks", administrator()).body())
                .contains("partner.example")
                .doesNotContain("whsec_");
        assertThat(delete("/api/me/webhooks/" + id, partner).statusCode()).isEqualTo(404);
        assertThat(delete("/api/me/webhooks/" + id, administrator()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void whatIsWrongIsNamed() {
        for (String url : List.of("ftp://a.example/", "https://gebruiker@a.example/", "geen adres", "https:///pad")) {
            assertThat(json(post("/api/me/webhooks", "{\"url\": \"" + url + "\"}", administrator()))
                            .path("parameter")
                            .asString())
                    .as(url)
                    .isEqualTo("url");
        }
        assertThat(json(post(
                                "/api/me/webhooks",
                                "{\"url\": \"https://a.example/\", \"trade\": \"touwslagerij\"}",
                                administrator()))
                        .path("parameter")
                        .asString())
                .isEqualTo("trade");
    }

    private static JsonNode hook(String path, String source) {
        return json(post(
                "/api/me/webhooks",
                "{\"url\": \"%s\", \"source\": \"%s\"}".formatted(RECEIVER.url(path), source),
                administrator()));
    }

    private static List<HandedOver> told(String path, int times) {
        return await().until(() -> RECEIVER.handedOver(path), told -> told.size() >= times);
    }

    private static String id(HandedOver one) {
        return one.header().apply("webhook-id");
    }

    private static String signature(String secret, HandedOver one) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        String signed = id(one) + "." + one.header().apply("webhook-timestamp") + "." + one.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static void accept(LearningResource resource) {
        transaction().executeWithoutResult(status -> catalogue().accept(List.of(new Submission(resource, List.of()))));
    }

    private static Catalogue catalogue() {
        return TestApplication.context().getBean(Catalogue.class);
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class));
    }
}
