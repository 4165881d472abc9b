package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.partner.Partners.anybody;
import static be.vakoogst.partner.Partners.begun;
import static be.vakoogst.partner.Partners.joined;
import static be.vakoogst.partner.Partners.register;
import static be.vakoogst.partner.Partners.seen;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a partner takes back is in no output any more, and nothing brings it again; seen from outside. */
class WithdrawalTest {

    private static final Publisher PUBLISHER = new Publisher();

    /** In no other test's records. */
    private static final String WORD = "Vrombolk";

    private static final String CLUB = """
            <rss version="2.0"><channel><title>Club</title><item><title>%s</title><link>/les</link></item></channel></rss>""";

    @BeforeAll
    static void publish() {
        StringBuilder items = new StringBuilder();
        for (int number = 1; number <= 4; number++) {
            items.append("<item><title>%s deel %d</title><link>/les/%d</link></item>".formatted(WORD, number, number));
            PUBLISHER.serves(
                    "/les/" + number,
                    "text/html",
                    "<html lang=nl><title>%s deel %d</title><p>Schaven van hout, les %d."
                            .formatted(WORD, number, number));
        }
        PUBLISHER.serves(
                "/lessen.xml",
                "application/rss+xml",
                "<rss version='2.0'><channel><title>Schaafclub</title>" + items + "</channel></rss>");
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void withdrawnContentIsGoneFromEveryOutputAndNoHarvestBringsItBack() throws IOException {
        JsonNode registration = joined(PUBLISHER.url("/lessen.xml"), "Schaafclub");
        String api = "/api/partner/registrations/" + registration.path("id").asString();
        String source = registration.path("source").asString();
        String search = "/api/search?source=" + source;
        List<String> ids = ids(until(search, found -> found.path("total").asInt() == 4));
        String one = ids.getFirst();
        assertIsShown(one);
        int asked = PUBLISHER.requestsTo(path(one));

        assertThat(anybody(api + "/items/" + one + "/withdraw", "").statusCode())
                .isEqualTo(200);

        until(search, found -> found.path("total").asInt() == 3);
        assertIsNowhere(one);
        harvest(source, "full");
        assertIsNowhere(one);
        assertThat(getJson(search).path("total").asInt()).isEqualTo(3);
        assertThat(PUBLISHER.requestsTo(path(one))).isEqualTo(asked);
        assertThat(getJson(api + "/items").at("/items").findValuesAsString("state"))
                .contains("withdrawn");

        assertThat(anybody(api + "/withdraw", "").statusCode()).isEqualTo(200);

        until(search, found -> found.path("total").asInt() == 0);
        ids.forEach(WithdrawalTest::assertIsNowhere);

        Files.writeString(TestApplication.sources().resolve("schaven-van-elders.yml"), """
                id: schaven-van-elders
                name: Wie hetzelfde oplijst
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s}
                """.formatted(
                        PUBLISHER.url("/lessen.xml")));
        harvest("schaven-van-elders", "incremental");
        assertThat(getJson("/api/sources/schaven-van-elders").isObject()).isTrue();
        assertThat(get("/api/export", administrator()).body()).doesNotContain(WORD);
    }

    @Test
    void aWithdrawnItemIsShownAgainOnceItsPublisherWants() {
        try (Publisher club = new Publisher()) {
            club.serves("/", "application/rss+xml", """
                    <rss version="2.0"><channel><title>Club</title>
                    <item><title>Parelvoon</title><guid isPermaLink="false">a</guid></item></channel></rss>""");
            JsonNode registration = joined(club.url("/"), "Freesclub");
            String api = "/api/partner/registrations/" + registration.path("id").asString();
            String search = "/api/search?source=" + registration.path("source").asString();
            String id = ids(until(search, found -> found.path("total").asInt() == 1))
                    .getFirst();
            anybody(api + "/items/" + id + "/withdraw", "");
            until(search, found -> found.path("total").asInt() == 0);

            assertThat(anybody(api + "/items/" + id + "/restore", "").statusCode())
                    .isEqualTo(200);

            until(search, found -> found.path("total").asInt() == 1);
            assertThat(getAsAnybody("/resources/" + id).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyWithdrawsWhatIsNotTheirs() {
        try (Publisher club = new Publisher()) {
            club.serves("/", "application/rss+xml", """
                    <rss version="2.0"><channel><title>Club</title>
                    <item><title>Patrivoel</title><guid isPermaLink="false">a</guid></item></channel></rss>""");
            JsonNode theirs = joined(club.url("/"), "Beitelclub");
            String id = ids(until(
                            "/api/search?source=" + theirs.path("source").asString(),
                            found -> found.path("total").asInt() == 1))
                    .getFirst();
            JsonNode other = json(
                    register(seen(begun(club.url("/").toString())).path("id").asString(), "Andere club"));

            assertThat(anybody(
                                    "/api/partner/registrations/"
                                            + other.path("id").asString() + "/items/" + id + "/withdraw",
                                    "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatASiteOffersItselfIsNeitherTakenOverNorWithdrawnByWhoPushesItsAddress() {
        try (Publisher club = new Publisher();
                Publisher other = new Publisher()) {
            club.serves("/feed", "application/rss+xml", CLUB.formatted("Kwispelbeitel slijpen"));
            club.serves("/les", "text/html", "<html lang=nl><p>Op de wetsteen.");
            other.serves("/feed", "application/rss+xml", CLUB.formatted("Iets anders"));
            other.serves("/les", "text/html", "<html lang=nl><p>Van ons.");
            String theirs =
                    joined(club.url("/feed"), "Kwispelclub").path("source").asString();
            JsonNode pusher = joined(other.url("/feed"), "Kaapclub");
            String api = "/api/partner/registrations/" + pusher.path("id").asString();
            String found = "/api/search?source=" + theirs + "&fields=title,offers";
            until(found, hits -> hits.path("total").asInt() == 1);

            push(json(anybody(api + "/push-key", "")).path("key").asString(), """
                    {"url": "%s", "title": "Kwispelbeitel gekaapt", "description": "Beter dan het echte.",
                     "license": "https://creativecommons.org/licenses/by/4.0/", "creator": "Kaper", "datePublished": "2026-01-02"}""".formatted(club.url("/les")));

            JsonNode both = until(found, hits -> hits.at("/hits/0/offers").size() == 2);
            assertThat(both.at("/hits/0/title").asString()).isEqualTo("Kwispelbeitel slijpen");

            String pushed = getJson(api + "/items")
                    .path("items")
                    .valueStream()
                    .filter(item ->
                            item.path("url").asString().equals(club.url("/les").toString()))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asString();
            assertThat(anybody(api + "/items/" + pushed + "/withdraw", "").statusCode())
                    .isEqualTo(200);
            until(found, hits -> hits.at("/hits/0/offers").size() == 1);
            club.serves("/feed", "application/rss+xml", CLUB.formatted("Kwispelbeitel opnieuw slijpen"));
            harvest(theirs, "full");

            until(found, hits -> hits.at("/hits/0/title").asString().equals("Kwispelbeitel opnieuw slijpen"));
        }
    }

    private static void push(String key, String record) {
        assertThat(send(request("/api/push/records", Optional.empty())
                                .header("X-Api-Key", key)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(record))
                                .build())
                        .statusCode())
                .isEqualTo(202);
    }

    private static void harvest(String source, String mode) {
        String run = json(TestApplication.post(
                        "/api/sources/" + source + "/runs", "{\"mode\": \"" + mode + "\"}", administrator()))
                .path("id")
                .asString();
        until("/api/runs/" + run, found -> found.has("endedAt"));
    }

    private static String path(String id) {
        String url = TestApplication.database()
                .sql("select url from item where resource_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        return URI.create(url).getPath();
    }

    private static List<String> ids(JsonNode found) {
        return IntStream.range(0, found.path("hits").size())
                .mapToObj(number -> found.at("/hits/" + number + "/id").asString())
                .toList();
    }

    private static void assertIsShown(String id) {
        assertThat(getAsAnybody("/resources/" + id).statusCode()).isEqualTo(200);
        assertThat(getAsAnybody("/sitemaps/" + id.charAt(0) + ".xml").body()).contains(id);
        assertThat(getAsAnybody("/feeds/atom?q=" + WORD).body()).contains(id);
        assertThat(getAsAnybody("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + oai(id))
                        .body())
                .contains(WORD);
    }

    private static void assertIsNowhere(String id) {
        assertThat(getAsAnybody("/resources/" + id).statusCode()).isEqualTo(410);
        assertThat(getAsAnybody("/api/resources/" + id).statusCode()).isEqualTo(410);
        assertThat(getAsAnybody("/go/" + id).statusCode()).isEqualTo(404);
        assertThat(getAsAnybody("/sitemaps/" + id.charAt(0) + ".xml").body()).doesNotContain(id);
        assertThat(getAsAnybody("/feeds/atom?q=" + WORD).body()).doesNotContain(id);
        assertThat(getAsAnybody("/feeds/json?q=" + WORD).body()).doesNotContain(id);
        assertThat(getAsAnybody("/api/suggest?q=" + WORD).body()).doesNotContain(id);
        assertThat(get("/api/export", administrator()).body()).doesNotContain(id);
        assertThat(getAsAnybody("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + oai(id))
                        .body())
                .contains("status=\"deleted\"")
                .doesNotContain(WORD);
    }

    private static String oai(String id) {
        return "oai:vakoogst.be:" + id;
    }
}
