package be.vakoogst.operate;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.delete;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.put;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sources made, changed, tried and put back by the API. */
class SourceFilesTest {

    private static final Publisher PUBLISHER = new Publisher();

    @BeforeAll
    static void publish() {
        PUBLISHER.serves("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Lasblad</title>
                <item><title>TIG-lassen van inox</title><guid isPermaLink="false">1</guid></item>
                <item><guid isPermaLink="false">2</guid></item></channel></rss>""");
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void aSourceIsMadeChangedPutBackAndRemovedAndEachTextStays() throws IOException {
        String first = source("proefbron", "Proefbron");
        assertThat(post("/api/sources", first, administrator()).statusCode()).isEqualTo(201);
        assertThat(post("/api/sources", first, administrator()).statusCode()).isEqualTo(409);
        assertThat(Files.readString(TestApplication.sources().resolve("proefbron.yml")))
                .isEqualTo(first);

        put("/api/sources/proefbron", source("proefbron", "Andere naam"), administrator());
        assertThat(getJson("/api/sources/proefbron").path("name").asString()).isEqualTo("Andere naam");

        post("/api/sources/proefbron/versions/1/restore", "", administrator());
        assertThat(getJson("/api/sources/proefbron").path("name").asString()).isEqualTo("Proefbron");

        assertThat(delete("/api/sources/proefbron", administrator()).statusCode())
                .isEqualTo(204);
        assertThat(get("/api/sources/proefbron", administrator()).statusCode()).isEqualTo(404);
        assertThat(getJson("/api/sources/proefbron/versions").path("versions").size())
                .isEqualTo(4);
        assertThat(getJson("/api/audit?subject=source:proefbron").findValuesAsString("action"))
                .contains("source.removed");
    }

    @Test
    void whatWasChangedInTheFileByHandIsAVersionToo() throws IOException {
        post("/api/sources", source("handwerk", "Eerst"), administrator());
        Files.writeString(TestApplication.sources().resolve("handwerk.yml"), source("handwerk", "Met de hand"));

        put("/api/sources/handwerk", source("handwerk", "Daarna"), administrator());

        JsonNode versions = getJson("/api/sources/handwerk/versions").path("versions");
        assertThat(versions.at("/1/actor").asString()).isEqualTo("file");
        assertThat(versions.at("/1/yaml").asString()).contains("Met de hand");
        delete("/api/sources/handwerk", administrator());
    }

    @Test
    void aTextThatIsNoSourceIsRefusedWithEverythingThatIsWrongInIt() {
        HttpResponse<String> answer = post(
                "/api/sources",
                "id: fout\nname: Fout\nkind: koning\nconnector: {type: feed, url: \"https://x.example/\"}\nkleur: rood\n",
                administrator());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("problems").findValuesAsString("key")).contains("kind", "kleur");
        assertThat(json(answer).at("/problems/0/line").asInt()).isPositive();
        assertThat(TestApplication.sources().resolve("fout.yml")).doesNotExist();
        assertThat(json(post("/api/sources", "name: zonder id", administrator()))
                        .path("parameter")
                        .asString())
                .isEqualTo("id");
    }

    @Test
    void aSourceIsTriedByTheVeryFlowOfARunAndNothingIsKept() {
        JsonNode tried = json(post("/api/sources/try", source("probeersel", "Probeersel"), administrator()));

        assertThat(tried.at("/resources/0/title").asString()).isEqualTo("TIG-lassen van inox");
        assertThat(tried.at("/resources/0/trades/0/id").asString()).isEqualTo("lassen");
        assertThat(tried.at("/failures/0/reason").asString()).isEqualTo("no-title");
        assertThat(TestApplication.sources().resolve("probeersel.yml")).doesNotExist();
    }

    @Test
    void aRunIsToldAsItGoesToItsEnd() {
        post("/api/sources", source("gevolgd", "Gevolgd"), administrator());
        long run = json(post("/api/sources/gevolgd/runs", "{}", administrator()))
                .path("id")
                .asLong();

        HttpResponse<String> events = get("/api/runs/" + run + "/events", administrator());

        assertThat(events.body()).contains("event:run").contains("event:end");
        assertThat(get("/api/runs/999999/events", administrator()).statusCode()).isEqualTo(404);
        delete("/api/sources/gevolgd", administrator());
    }

    private static String source(String id, String name) {
        return """
                id: %s
                name: %s
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                """.formatted(id, name, PUBLISHER.url("/feed"));
    }
}
