package be.vakoogst.operate;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.database;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.put;
import static be.vakoogst.application.TestApplication.until;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator does with runs and items, by the API. */
class RunControlTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static int sources;

    /** Each test has its own: a source that comes again finds its records withdrawn, and they would not be new. */
    private final String source = "stuurbron-" + ++sources;

    @BeforeEach
    void publish() throws IOException {
        PUBLISHER.serves(
                "/sitemap.xml", "application/xml", """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>%s</loc></url><url><loc>%s</loc></url></urlset>""".formatted(PUBLISHER.url("/een"), PUBLISHER.url("/twee")));
        PUBLISHER.serves("/een", "text/html", page("Stuurlessen een"));
        PUBLISHER.answersStatus("/twee", 400);
        Files.writeString(TestApplication.sources().resolve(source + ".yml"), source(""));
    }

    @AfterEach
    void remove() {
        TestApplication.delete("/api/sources/" + source, administrator());
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void aFailedItemIsTriedAgainByARunOfItsOwnWithoutTheListOrTheOthers() {
        JsonNode first = harvest(source);
        assertThat(first.at("/counts/failed").asInt()).isEqualTo(1);
        int lists = PUBLISHER.requestsTo("/sitemap.xml");
        int others = PUBLISHER.requestsTo("/een");
        PUBLISHER.serves("/twee", "text/html", page("Stuurlessen twee"));

        JsonNode again =
                ended(json(post("/api/runs/" + first.path("id").asLong() + "/items/retry", "", administrator())));

        assertThat(again.path("mode").asString()).isEqualTo("items");
        assertThat(again.path("state").asString()).isEqualTo("succeeded");
        assertThat(again.at("/counts/new").asInt()).isEqualTo(1);
        assertThat(PUBLISHER.requestsTo("/sitemap.xml")).isEqualTo(lists);
        assertThat(PUBLISHER.requestsTo("/een")).isEqualTo(others);
        assertThat(getJson("/api/runs/" + again.path("id").asLong() + "/items")
                        .at("/items/0/url")
                        .asString())
                .endsWith("/twee");
    }

    @Test
    void itemsAreChosenByReasonOrByIdAndWhatCannotBeChosenIsSaid() {
        JsonNode first = harvest(source);
        String retry = "/api/runs/" + first.path("id").asLong() + "/items/retry";
        JsonNode failed = getJson("/api/runs/" + first.path("id").asLong() + "/items?outcome=failed")
                .at("/items/0");
        String reason = failed.path("reason").asString();
        String id = failed.path("resource").asString();

        JsonNode byReason = ended(json(post(retry, "{\"reason\": \"" + reason + "\"}", administrator())));
        JsonNode byId = ended(json(post(retry, "{\"items\": [\"" + id + "\"]}", administrator())));
        JsonNode ofSource = ended(json(
                post("/api/sources/" + source + "/items/retry", "{\"items\": [\"" + id + "\"]}", administrator())));

        assertThat(byReason.at("/counts/failed").asInt()).isEqualTo(1);
        assertThat(byId.at("/counts/failed").asInt()).isEqualTo(1);
        assertThat(ofSource.at("/counts/failed").asInt()).isEqualTo(1);
        assertThat(post(retry, "{\"reason\": \"no-such\"}", administrator()).statusCode())
                .isEqualTo(409);
        assertThat(post(retry, "{\"items\": [\"x\"]}", administrator()).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/runs/999999/items/retry", "", administrator()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDryRunTellsWhatWouldComeOfEachItemAndLeavesNothingBehind() {
        PUBLISHER.serves("/een", "text/html", page("Proefstuurles zonder gevolg"));
        JsonNode dry = run("dry-run");
        assertThat(dry.at("/counts/new").asInt()).isEqualTo(1);
        assertThat(dry.at("/counts/failed").asInt()).isEqualTo(1);
        assertThat(count("select count(*) from item where source_id = '" + source + "'"))
                .isZero();
        assertThat(getJson("/api/search?q=proefstuurles").path("total").asInt()).isZero();

        JsonNode real = run("incremental");
        assertThat(real.at("/counts/new").asInt()).isEqualTo(1);
        PUBLISHER.serves("/een", "text/html", page("Stuurlessen voor gevorderden"));
        JsonNode then = run("dry-run");

        assertThat(then.at("/counts/changed").asInt()).isEqualTo(1);
        assertThat(count("select count(*) from resource where content ->> 'title' = 'Stuurlessen voor gevorderden'"))
                .isZero();
    }

    @Test
    void newRulesAreTriedOnWhatWasDeliveredBeforeTheyAreSavedWithoutARequest() {
        run("incremental");
        int asked = PUBLISHER.requestsTo("/een") + PUBLISHER.requestsTo("/sitemap.xml");
        String rules = source("selectors: {title: \"h2\"}\n");

        JsonNode tried = json(post("/api/sources/" + source + "/try?on=kept", rules, administrator()));
        JsonNode report = json(post("/api/sources/" + source + "/reprocess", rules, administrator()));

        assertThat(tried.at("/resources/0/title").asString()).isEqualTo("Tussentitel");
        assertThat(report.at("/fields/title/records").asInt()).isEqualTo(1);
        assertThat(PUBLISHER.requestsTo("/een") + PUBLISHER.requestsTo("/sitemap.xml"))
                .isEqualTo(asked);
        assertThat(getJson("/api/sources/" + source + "/reprocess")
                        .path("changed")
                        .asInt())
                .isZero();
        assertThat(json(post("/api/sources/" + source + "/try", "", administrator()))
                        .at("/resources/0/title")
                        .asString())
                .isEqualTo("Stuurlessen een");
    }

    @Test
    void aRunIsUndoneAndWhatOperatorsSaidOfItsRecordsHoldsBeforeAndAfter() {
        run("incremental");
        String id = database()
                .sql("select resource_id from item where source_id = '" + source + "' and url like '%een'")
                .query(String.class)
                .single();
        PUBLISHER.serves("/een", "text/html", page("Stuurlessen bedorven"));
        JsonNode spoilt = run("full");
        assertThat(spoilt.at("/counts/changed").asInt()).isEqualTo(1);
        put(
                "/api/resources/" + id + "/trades/hout",
                "{\"verdict\": \"add\", \"why\": \"gaat over hout\"}",
                administrator());

        JsonNode undone = json(post("/api/runs/" + spoilt.path("id").asLong() + "/undo", "", administrator()));

        assertThat(undone.path("changed").asInt()).isEqualTo(1);
        assertThat(undone.path("leftAlone").asInt()).isZero();
        JsonNode record = getJson("/api/resources/" + id);
        assertThat(record.path("title").asString()).isEqualTo("Stuurlessen een");
        assertThat(record.path("trades").findValuesAsString("id")).contains("hout");
    }

    private JsonNode run(String mode) {
        return ended(json(post("/api/sources/" + source + "/runs", "{\"mode\": \"" + mode + "\"}", administrator())));
    }

    private static JsonNode ended(JsonNode asked) {
        return until("/api/runs/" + asked.path("id").asLong(), run -> run.has("endedAt"));
    }

    @Test
    void whoAsksAgainForWhatWaitsAlreadyGetsThatRun() {
        String runs = "/api/sources/" + source + "/runs";
        PUBLISHER.holdsBack("/sitemap.xml"::equals);
        JsonNode first = json(post(runs, "{}", administrator()));
        TestApplication.until(
                "/api/runs/" + first.path("id").asLong(),
                run -> run.path("state").asString().equals("running"));

        JsonNode waiting = json(post(runs, "{\"mode\": \"full\"}", administrator()));
        JsonNode again = json(post(runs, "{\"mode\": \"full\"}", administrator()));
        JsonNode other = json(post(runs, "{}", administrator()));
        PUBLISHER.releases();

        assertThat(again.path("id")).isEqualTo(waiting.path("id"));
        assertThat(other.path("id")).isNotIn(first.path("id"), waiting.path("id"));
        assertThat(ended(waiting).path("mode").asString()).isEqualTo("full");
        ended(other);
    }

    private static long count(String sql) {
        return database().sql(sql).query(Long.class).single();
    }

    private static String page(String title) {
        return "<html lang=nl><title>%s</title><h1>%1$s</h1><h2>Tussentitel</h2><article><p>Zagen en schaven.</p></article></html>"
                .formatted(title);
    }

    private String source(String more) {
        return """
                id: %s
                name: Stuurbron
                kind: publisher
                connector: {type: sitemap, url: "%s"}
                politeness: {delay: 0s}
                limits: {errorShare: 1}
                """.formatted(source, PUBLISHER.url("/sitemap.xml")) + more;
    }
}
