package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.partner.Partners.anybody;
import static be.vakoogst.partner.Partners.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.publisher.Publisher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a partner sent itself stands on its page beside what was harvested of it, and is as much its own. */
class PushedPageTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static String id = "";
    private static String source = "";
    private static String key = "";

    @BeforeAll
    static void join() {
        PUBLISHER.serves("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Stuurclub</title>
                <item><title>Kwibusnaad</title><guid isPermaLink="false">1</guid></item></channel></rss>""");
        PUBLISHER.serves("/zoomknoop", "text/html", "<html lang=nl><title>Zoomknoop</title>");
        PUBLISHER.serves("/rafelsteek", "text/html", "<html lang=nl><title>Rafelsteek</title>");
        PUBLISHER.answersStatus("/kwijt", 404);
        JsonNode registration = joined(PUBLISHER.url("/feed"), "Stuurclub");
        id = registration.path("id").asString();
        source = registration.path("source").asString();
        key = json(anybody(api("/push-key"), "")).path("key").asString();
        push("zoomknoop", "rafelsteek", "kwijt");
        until(api("/items"), list -> titles(list).containsAll(List.of("Kwibusnaad", "zoomknoop", "rafelsteek")));
        until("/api/runs?source=" + source + "-push", list -> list.at("/runs/0").has("endedAt"));
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void whatWasSentStandsAmongTheItemsWithOutcomeReasonAndUse() {
        String resource = item("zoomknoop").path("id").asString();
        getAsAnybody("/resources/" + resource);
        getAsAnybody("/go/" + resource);

        until(
                api("/items"),
                list -> of(list, "zoomknoop").path("views").asInt() == 1
                        && of(list, "zoomknoop").path("clicks").asInt() == 1);
        assertThat(item("zoomknoop").path("outcome").asString()).isNotEmpty();
        String page = getAsAnybody("/partner/registrations/" + id + "/items").body();
        assertThat(page).contains("Kwibusnaad", "zoomknoop", "/kwijt");
        JsonNode standing = getJson(api("/standing"));
        assertThat(standing.path("problems").findValuesAsString("example")).anyMatch(url -> url.endsWith("/kwijt"));
        assertThat(standing.path("runs").findValuesAsString("source")).contains(source, source + "-push");
        assertThat(getAsAnybody(api("/errors.csv")).body()).contains("/kwijt");
    }

    @Test
    void oneThatWasSentIsWithdrawnStaysGoneWhenSentAgainAndIsGivenAgain() {
        String resource = item("rafelsteek").path("id").asString();

        assertThat(anybody(api("/items/" + resource + "/withdraw"), "").statusCode())
                .isEqualTo(200);

        assertThat(getAsAnybody("/resources/" + resource).statusCode()).isEqualTo(410);
        push("rafelsteek");
        harvest(source + "-push");
        assertThat(getAsAnybody("/resources/" + resource).statusCode()).isEqualTo(410);

        assertThat(anybody(api("/items/" + resource + "/restore"), "").statusCode())
                .isEqualTo(200);
        await().until(() -> getAsAnybody("/resources/" + resource).statusCode() == 200);
    }

    @Test
    void theExportHoldsWhatWasSentAsItWasSentAndWhatBecameOfIt() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(request(api("/export"), Optional.empty()).build(), HttpResponse.BodyHandlers.ofByteArray());

        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.get("uploads/" + source + "-push/metadata.json")).contains("zoomknoop");
        assertThat(files.get("records.jsonl")).contains("Kwibusnaad", "zoomknoop");
        assertThat(files.get("items.jsonl")).contains(source + "-push");
        assertThat(files.get("runs.jsonl")).contains(source + "-push");
    }

    @Test
    void whatWasSentIsCountedWithTheRestAndOnlyMailedWhereItWentWrong() {
        until(
                api("/standing"),
                standing -> standing.at("/quality/0/quality/records").asInt() >= 2);
        await().until(() -> Partners.mailed(id).stream().anyMatch(mail -> mail.contains("/kwijt")));
        assertThat(Partners.mailed(id)).noneMatch(mail -> mail.contains("2 nieuw"));
    }

    private static void push(String... words) {
        String records = String.join(
                ",",
                List.of(words).stream()
                        .map(word -> "{\"url\": \"" + PUBLISHER.url("/" + word) + "\", \"title\": \"" + word + "\"}")
                        .toList());
        HttpResponse<String> answer = send(request("/api/push/records", Optional.empty())
                .header("Content-Type", "application/json")
                .header("X-Api-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("[" + records + "]"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static JsonNode item(String title) {
        return of(getJson(api("/items")), title);
    }

    private static JsonNode of(JsonNode list, String title) {
        return list.path("items").values().stream()
                .filter(item -> item.path("title").asString("").equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(JsonNode list) {
        return list.path("items").findValuesAsString("title");
    }

    private static String api(String path) {
        return "/api/partner/registrations/" + id + path;
    }
}
