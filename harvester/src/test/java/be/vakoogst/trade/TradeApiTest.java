package be.vakoogst.trade;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.delete;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.put;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Over HTTP, of the whole application. */
class TradeApiTest {

    private static String filed(String title) {
        LearningResource resource = Resources.from("vakapi", title);
        Classifier classifier = TestApplication.context().getBean(Classifier.class);
        Catalogue catalogue = TestApplication.context().getBean(Catalogue.class);
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> catalogue.accept(List.of(new Submission(classifier.file(resource), List.of()))));
        return "/api/resources/" + resource.id().value() + "/trades";
    }

    private static HttpResponse<String> trades(String accept) {
        return send(request("/api/trades", Optional.empty())
                .header("Accept", accept)
                .build());
    }

    @Test
    void anOperatorCorrectsATradeAndTakesItBack() {
        String trades = filed("Een zwaluwstaart maken in eik");

        JsonNode corrected =
                json(put(trades + "/dieren", "{\"verdict\": \"add\", \"why\": \"over vogels\"}", administrator()));

        assertThat(corrected.at("/trades/0/id").asString()).isEqualTo("dieren");
        assertThat(corrected.at("/trades/0/assertedBy").asString()).isEqualTo("operator");
        assertThat(corrected.at("/corrections/0/by").asString()).isEqualTo("operator");
        assertThat(corrected.at("/corrections/0/why").asString()).isEqualTo("over vogels");
        assertThat(getJson("/api/corrections").at("/items")).isNotEmpty();
        assertThat(getJson("/api/corrections/agreement")
                        .at("/weeks/0/corrections")
                        .asLong())
                .isPositive();
        JsonNode back = json(delete(trades + "/dieren", administrator()));
        assertThat(back.at("/trades"))
                .noneMatch(trade -> trade.path("id").asString().equals("dieren"));
    }

    @Test
    void whatCannotBeSaidIsRefusedWithTheReason() {
        String trades = filed("Een pen en gat maken");

        assertThat(json(put(trades + "/hout", "{\"verdict\": \"perhaps\", \"why\": \"x\"}", administrator()))
                        .path("detail")
                        .asString())
                .contains("'perhaps'");
        assertThat(put(trades + "/toverij", "{\"verdict\": \"add\", \"why\": \"x\"}", administrator())
                        .statusCode())
                .isEqualTo(400);
        assertThat(put(trades + "/hout", "{\"verdict\": \"lock\"}", administrator())
                        .statusCode())
                .isEqualTo(400);
        assertThat(put(
                                "/api/resources/" + "0".repeat(32) + "/trades/hout",
                                "{\"verdict\": \"add\", \"why\": \"x\"}",
                                administrator())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aListWithoutATextInItIsRefusedByName() {
        HttpResponse<String> answer =
                post("/api/classify", "{\"title\": \"hout\", \"keywords\": [\"eik\", null]}", administrator());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("parameter").asString()).isEqualTo("keywords");
    }

    @Test
    void nobodyElseSeesOrSaysCorrections() {
        String trades = filed("Een pen en gat tekenen");

        assertThat(getAsAnybody(trades).statusCode()).isEqualTo(401);
        assertThat(getAsAnybody("/api/corrections/uncertain").statusCode()).isEqualTo(401);
        assertThat(send(request(trades + "/hout", Optional.empty()).DELETE().build())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theVocabularyIsGivenAsSkosByAcceptAndByFormat() {
        assertThat(trades("text/turtle").body()).startsWith("@prefix skos:").contains("/api/trades/hout>");
        assertThat(json(trades("application/ld+json")).path("@graph")).hasSizeGreaterThan(24);
        assertThat(json(trades("*/*")).path("trades")).hasSizeGreaterThanOrEqualTo(24);
        assertThat(getAsAnybody("/api/trades?format=turtle").body()).startsWith("@prefix skos:");
        assertThat(getAsAnybody("/api/trades?format=word").statusCode()).isEqualTo(400);
    }

    @Test
    void aVocabularyThatIsWrongIsNamedWithFileAndLineAndSearchGoesOn() throws IOException {
        Path file = TestApplication.sources().resolveSibling("vocabularies").resolve("trades.yml");
        String good = Files.readString(file);
        try {
            Files.writeString(file, good + "- id: hout\n  prefLabel: {nl: Hout, fr: Bois, en: Wood}\n");

            HttpResponse<String> answer = post("/api/reclassify", "", administrator());

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(json(answer).path("detail").asString())
                    .contains("trades.yml:" + (good.lines().count() + 1))
                    .contains("'hout' stands twice");
            assertThat(getAsAnybody("/api/trades/hout").statusCode()).isEqualTo(200);
        } finally {
            Files.writeString(file, good);
        }
    }
}
