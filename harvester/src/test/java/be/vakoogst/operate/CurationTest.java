package be.vakoogst.operate;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.delete;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.put;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Fields corrected, and records hidden or withdrawn, by the API; and harvests that do not undo it. */
class CurationTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static final String SOURCE = "curatie";

    @BeforeAll
    static void publish() {
        offers("Eerste", "Tweede", "Derde", "Vierde");
        post("/api/sources", """
                id: %s
                name: Curatie
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                """.formatted(SOURCE, PUBLISHER.url("/feed")), administrator());
        harvest(SOURCE);
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    private static void offers(String... titles) {
        StringBuilder items = new StringBuilder();
        for (int item = 0; item < titles.length; item++) {
            items.append(
                    "<item><title>%s les van de curatie</title><guid isPermaLink=\"false\">%d</guid><description>Over metselen.</description></item>"
                            .formatted(titles[item], item + 1));
        }
        PUBLISHER.serves(
                "/feed",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Curatie</title>" + items + "</channel></rss>");
    }

    private static ResourceId item(int number) {
        return ResourceId.of(new SourceId(SOURCE), Integer.toString(number));
    }

    private static HttpResponse<String> say(ResourceId id, String field, String said) {
        return put("/api/resources/" + id + "/fields/" + field, said, administrator());
    }

    private static String title(ResourceId id) {
        return getJson("/api/resources/" + id).path("title").asString("");
    }

    @Test
    void whatAnOperatorSaysOfAFieldSurvivesHarvestsUntilItIsTakenBack() {
        ResourceId id = item(1);
        assertThat(say(id, "title", "{\"value\": \"Metselen voor <b>beginners</b>\", \"why\": \"te vaag\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(title(id)).isEqualTo("Metselen voor beginners");

        offers("Eerste nieuwe", "Tweede", "Derde", "Vierde");
        harvest(SOURCE);
        assertThat(title(id)).isEqualTo("Metselen voor beginners");
        JsonNode field = getJson("/api/resources/" + id + "/fields").at("/fields/0");
        assertThat(field.at("/correction/by").asString()).isEqualTo("operator");
        assertThat(field.at("/correction/stated/value").asString()).isEqualTo("Eerste nieuwe les van de curatie");

        delete("/api/resources/" + id + "/fields/title", administrator());
        assertThat(title(id)).isEqualTo("Eerste nieuwe les van de curatie");
        JsonNode entry = getJson("/api/audit?subject=resource:" + id).at("/entries/0");
        assertThat(entry.path("action").asString()).isEqualTo("field.correction-taken-back");
        assertThat(entry.at("/before/value").asString()).isEqualTo("Metselen voor beginners");
        assertThat(entry.at("/after/value").asString()).isEqualTo("Eerste nieuwe les van de curatie");
    }

    @Test
    void listsAndLicencesAreOfTheirVocabularies() {
        ResourceId id = item(2);
        say(id, "audiences", "{\"value\": [\"leerling\", \"leraar\"], \"why\": \"staat in de les\"}");
        say(id, "licence", "{\"value\": \"cc-by-4.0\", \"why\": \"per mail bevestigd\"}");

        JsonNode resource = getJson("/api/resources/" + id);
        assertThat(resource.path("audiences").size()).isEqualTo(2);
        assertThat(resource.at("/licence/uri").asString()).contains("creativecommons.org/licenses/by/4.0");

        HttpResponse<String> wrong = say(id, "audiences", "{\"value\": [\"koningen\"], \"why\": \"x\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).path("parameter").asString()).isEqualTo("value");
        assertThat(say(id, "title", "{\"value\": \"\", \"why\": \"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(json(say(id, "title", "{\"value\": \"Zonder reden\"}"))
                        .path("parameter")
                        .asString())
                .isEqualTo("why");
        assertThat(say(id, "url", "{\"value\": \"x\", \"why\": \"x\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aHiddenRecordIsInNoOutputAndComesBackAsItIsThen() {
        ResourceId id = item(3);
        post("/api/resources/" + id + "/hide", "{\"why\": \"is verouderd\"}", administrator());
        assertThat(getAsAnybody("/api/resources/" + id).statusCode()).isEqualTo(410);
        assertThat(getAsAnybody("/resources/" + id).statusCode()).isEqualTo(410);

        offers("Eerste", "Tweede", "Derde herziene", "Vierde");
        harvest(SOURCE);
        assertThat(getAsAnybody("/api/resources/" + id).statusCode()).isEqualTo(410);
        assertThat(getJson("/api/hidden").at("/items").toString()).contains(id.value());

        post("/api/resources/" + id + "/show", "", administrator());
        assertThat(title(id)).isEqualTo("Derde herziene les van de curatie");
    }

    @Test
    void ofAWithdrawnRecordNothingIsKeptAndNothingIsTakenIn() {
        ResourceId id = item(4);
        post("/api/resources/" + id + "/withdraw", "{\"why\": \"auteursrecht\"}", administrator());
        harvest(SOURCE);
        offers("Eerste", "Tweede", "Derde", "Vierde andere");
        harvest(SOURCE);

        assertThat(getAsAnybody("/api/resources/" + id).statusCode()).isEqualTo(410);
        for (String table : new String[] {"payload", "former"}) {
            assertThat(TestApplication.database()
                            .sql("select count(*) from " + table + " where resource_id = ?")
                            .param(id.value())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(get("/operate/items/" + id, administrator()).body()).doesNotContain("Vierde");

        post("/api/resources/" + id + "/show", "", administrator());
        offers("Eerste", "Tweede", "Derde", "Vierde weer");
        harvest(SOURCE);
        assertThat(title(id)).isEqualTo("Vierde weer les van de curatie");
    }
}
