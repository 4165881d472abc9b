package be.vakoogst.takedown;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.until;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Anybody may ask, an operator decides, and what is taken down is gone from every output and stays gone. */
class TakedownTest {

    private static final Publisher PUBLISHER = new Publisher();

    @BeforeAll
    static void publish() throws IOException {
        PUBLISHER.serves(
                "/bout", "text/html", "<html lang=nl><title>Knurfelbout aandraaien</title><p>Met de hand.</p></html>");
        PUBLISHER.serves("/moer", "text/html", "<html lang=nl><title>Knurfelmoer lossen</title><p>Linksom.</p></html>");
        PUBLISHER.serves(
                "/weghaal.xml", "application/rss+xml", """
                <rss version="2.0"><channel><title>Weghaalblad</title>
                <item><title>Knurfelbout aandraaien</title><guid isPermaLink="false">1</guid><link>%s</link></item>
                <item><title>Knurfelmoer lossen</title><guid isPermaLink="false">2</guid><link>%s</link></item>
                </channel></rss>""".formatted(PUBLISHER.url("/bout"), PUBLISHER.url("/moer")));
        Files.writeString(
                TestApplication.sources().resolve("weghaalblad.yml"), """
                id: weghaalblad
                name: Weghaalblad
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s}
                """.formatted(PUBLISHER.url("/weghaal.xml")));
        harvest("weghaalblad");
    }

    @AfterAll
    static void stop() throws IOException {
        Files.delete(TestApplication.sources().resolve("weghaalblad.yml"));
        PUBLISHER.close();
    }

    @Test
    void aFormWithoutItsTicksIsShownAgainWithWhatWasFilledIn() {
        HttpResponse<String> again = send(request("/takedown", Optional.empty())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "url=http%3A%2F%2Fa.example%2F&reason=other&explanation=Onjuist+beschreven&name=An&email=an%40a.example"))
                .build());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("role=\"alert\"", "Onjuist beschreven", "an@a.example");
    }

    @Test
    void whatIsTakenDownIsGoneEverywhereAndNoLaterHarvestBringsItBackUntilItIsReadmitted() {
        String id = found("Knurfelbout aandraaien");
        JsonNode receipt = json(ask(PUBLISHER.url("/bout").toString(), "weg@voorbeeld.be"));
        String page = receipt.path("page").asString();
        assertThat(getAsAnybody(page).body()).contains("Ontvangen");
        assertThat(mails("weg@voorbeeld.be"))
                .singleElement()
                .satisfies(body -> assertThat(body).contains(page));
        JsonNode asked = listed(PUBLISHER.url("/bout").toString());
        assertThat(asked.path("resource").asString()).isEqualTo(id);

        decide(asked, "accept", "{\"comment\": \"terecht\"}");

        assertThat(getAsAnybody("/api/resources/" + id).statusCode()).isEqualTo(410);
        assertThat(getAsAnybody("/resources/" + id).statusCode()).isEqualTo(410);
        assertThat(getAsAnybody("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:vakoogst.be:" + id)
                        .body())
                .contains("status=\"deleted\"")
                .doesNotContain("Knurfelbout");
        until(
                "/api/search?q=knurfelbout",
                answer -> titles(answer).stream().noneMatch("Knurfelbout aandraaien"::equals));
        assertThat(getAsAnybody(page).body()).contains("Weggehaald", "terecht");
        assertThat(mails("weg@voorbeeld.be")).hasSize(2);
        assertThat(TestApplication.database()
                        .sql("select count(*) from payload where resource_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();

        JsonNode run = full();
        assertThat(getJson("/api/runs/" + run.path("id").asLong() + "/items?outcome=gone")
                        .toString())
                .contains("taken-down");
        assertThat(getAsAnybody("/api/resources/" + id).statusCode()).isEqualTo(410);
        assertThat(run.path("state").asString()).isEqualTo("succeeded");

        decide(asked, "readmit", "{\"comment\": \"toch in orde\"}");
        harvest("weghaalblad");
        assertThat(getAsAnybody("/api/resources/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalNeedsAReasonAndADecisionIsMadeOnce() {
        JsonNode ignored = json(ask("https://nergens.example/iets", "nee@voorbeeld.be"));
        assertThat(ignored.path("state").asString()).isEqualTo("open");
        JsonNode asked = listed("https://nergens.example/iets");

        assertThat(json(decide(asked, "refuse", "{}")).path("parameter").asString())
                .isEqualTo("comment");
        assertThat(json(decide(asked, "accept", "{}")).path("parameter").asString())
                .isEqualTo("resource");
        assertThat(decide(asked, "refuse", "{\"comment\": \"staat hier niet\"}").statusCode())
                .isEqualTo(200);
        assertThat(decide(asked, "refuse", "{\"comment\": \"nog eens\"}").statusCode())
                .isEqualTo(409);
        assertThat(mails("nee@voorbeeld.be")).anyMatch(body -> body.contains("staat hier niet"));
    }

    @Test
    void theFormSaysWhatIsWrongAndKeepsWhatWasWritten() {
        HttpResponse<String> again = form(
                "url=https%3A%2F%2Fa.example%2F&reason=copyright&explanation=Van+mij&name=&email=a%40b.be&goodFaith=true");

        assertThat(again.body()).contains("Vul je naam in").contains("Van mij").contains("https://a.example/");
        HttpResponse<String> sent =
                form("url=https%3A%2F%2Fa.example%2F&reason=copyright&explanation=Van+mij&name=An&email="
                        + URLEncoder.encode("form@voorbeeld.be", StandardCharsets.UTF_8) + "&goodFaith=true");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(mails("form@voorbeeld.be")).hasSize(1);
    }

    @Test
    void whoAskedIsSeenByOperatorsAloneAndForgottenOnRequest() {
        JsonNode receipt = json(ask("https://a.example/vergeet", "vergeet@voorbeeld.be"));

        assertThat(getAsAnybody(receipt.path("page").asString()).body()).doesNotContain("vergeet@voorbeeld.be");
        assertThat(getAsAnybody("/api/takedowns").statusCode()).isEqualTo(401);
        String person = "{\"email\": \"Vergeet@voorbeeld.be\"}";
        assertThat(post("/api/personal-data/find", person, administrator()).body())
                .contains("https://a.example/vergeet");

        post("/api/personal-data/erase", person, administrator());

        assertThat(post("/api/personal-data/find", person, administrator()).body())
                .doesNotContain("https://a.example/vergeet");
        assertThat(get("/api/takedowns", administrator()).body()).doesNotContain("vergeet@voorbeeld.be");
        assertThat(mails("vergeet@voorbeeld.be")).isEmpty();
    }

    private static HttpResponse<String> ask(String url, String email) {
        return send(request("/api/takedowns", Optional.empty())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"url": "%s", "reason": "copyright", "explanation": "Dit is van mij.", "name": "An Vos",
                         "email": "%s", "language": "nl", "goodFaith": true}""".formatted(url, email)))
                .build());
    }

    private static HttpResponse<String> form(String fields) {
        return send(request("/takedown?lang=nl", Optional.empty())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build());
    }

    private static JsonNode listed(String address) {
        return getJson("/api/takedowns").path("takedowns").values().stream()
                .filter(one -> one.path("address").asString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> decide(JsonNode takedown, String how, String body) {
        return post("/api/takedowns/" + takedown.path("id").asLong() + "/" + how, body, administrator());
    }

    private static JsonNode full() {
        JsonNode asked = json(post("/api/sources/weghaalblad/runs", "{\"mode\": \"full\"}", administrator()));
        return until("/api/runs/" + asked.path("id").asLong(), run -> run.has("endedAt"));
    }

    private static String found(String title) {
        JsonNode answer =
                until("/api/search?q=knurfelbout", found -> titles(found).contains(title));
        return answer.path("hits").values().stream()
                .filter(hit -> hit.path("title").asString().equals(title))
                .map(hit -> hit.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(JsonNode answer) {
        return answer.path("hits").values().stream()
                .map(hit -> hit.path("title").asString())
                .toList();
    }

    private static List<String> mails(String to) {
        return TestApplication.database()
                .sql("select body from outgoing_mail where recipient = ? order by id")
                .param(to)
                .query(String.class)
                .list();
    }
}
