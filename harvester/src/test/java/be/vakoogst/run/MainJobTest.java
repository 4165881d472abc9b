package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.Vakoogst;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way, through the API alone: a feed and its pages are harvested into the real database and engine, and found. The story from an
 * empty catalogue comes first; the others start from whatever was harvested.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobTest {

    private static final String FEED = """
            <rss version="2.0"><channel><title>Vakblad</title>
            <item><title>Zwaluwstaart frezen</title><guid isPermaLink="false">a</guid><link>/a</link><description>In beuk.</description></item>
            <item><title>%s</title><guid isPermaLink="false">b</guid><link>/b</link></item>
            </channel></rss>""";

    @TempDir
    private static Path config;

    private static ConfigurableApplicationContext application;
    private static int port;
    private static final Publisher PUBLISHER = new Publisher();

    @BeforeAll
    static void start() throws IOException {
        TestDatabase.clear();
        copy(Path.of("../config/vocabularies"), config.resolve("vocabularies"));
        Files.createDirectories(config.resolve("sources"));
        Files.writeString(config.resolve("sources/vakblad.yml"), """
                id: vakblad
                name: Vakblad
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 4}
                """.formatted(PUBLISHER.url("/feed")));
        application = new SpringApplicationBuilder(Vakoogst.class)
                .properties(Map.of(
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "spring.datasource.url", TestDatabase.url(),
                        "vakoogst.search.url", TestEngine.url().toString(),
                        "vakoogst.search.alias", "mainjob",
                        "vakoogst.config", config.toString(),
                        "vakoogst.operator.password", "geheim",
                        "vakoogst.fetch.allow-private", "127.0.0.1"))
                .run();
        port = ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        application.close();
        PUBLISHER.close();
        TestDatabase.clear();
    }

    @BeforeEach
    void publish() {
        PUBLISHER.servesWithTag("/feed", "application/rss+xml", FEED.formatted("Kraan herstellen"), "\"v1\"");
        PUBLISHER.serves(
                "/a",
                "text/html",
                "<html lang=nl><h1>Zwaluwstaart frezen</h1><article><p>Met de bovenfrees in hout.</p></article></html>");
        PUBLISHER.answersStatus("/b", 404);
    }

    @Test
    @Order(1)
    void aFeedIsHarvestedStoredIndexedAndFoundAndThenNothingIsNew() throws Exception {
        JsonNode first = harvest();

        assertThat(first.at("/counts/new").asInt()).isEqualTo(2);
        assertThat(first.at("/counts/partial").asInt()).isEqualTo(1);
        assertThat(first.path("state").asString()).isEqualTo("succeeded-with-errors");
        JsonNode found = until(
                "/api/search?q=zwaluwstaart", answer -> answer.path("total").asInt() == 1);
        assertThat(found.at("/hits/0/trades/0/id").asString()).isEqualTo("hout");

        int asked = PUBLISHER.requestsTo("/a");
        JsonNode second = harvest();

        assertThat(second.at("/counts/new").asInt()).isZero();
        assertThat(second.at("/counts/unchanged").asInt()).isEqualTo(2);
        assertThat(PUBLISHER.requestsTo("/a")).isEqualTo(asked);

        PUBLISHER.servesWithTag("/feed", "application/rss+xml", FEED.formatted("Kraan vervangen"), "\"v2\"");
        JsonNode third = harvest();

        assertThat(third.at("/counts/changed").asInt()).isEqualTo(1);
        until("/api/search?q=vervangen", answer -> answer.path("total").asInt() == 1);
    }

    @Test
    void whoAsksForAnOccupationFindsItsTradeBelowWhatSaysTheWord() throws Exception {
        harvest();

        JsonNode found = until(
                "/api/search?q=schrijnwerker&lang=nl",
                answer -> answer.path("total").asInt() == 1);

        assertThat(found.at("/hits/0/title").asString()).isEqualTo("Zwaluwstaart frezen");
        assertThat(found.at("/trades/0/label").asString()).isEqualTo("Hout & interieur");
        assertThat(get("/api/search?q=muziekleraar").path("total").asInt()).isZero();
    }

    @Test
    void whatIsTypedIsCompletedToTradesAndTitles() throws Exception {
        harvest();

        JsonNode suggested = until(
                "/api/suggest?q=zwal&lang=en",
                answer -> answer.path("resources").size() == 1);

        assertThat(suggested.at("/resources/0/title").asString()).isEqualTo("Zwaluwstaart frezen");
        assertThat(get("/api/suggest?q=schrijnw&lang=en").at("/trades/0/label").asString())
                .isEqualTo("Wood and interior");
        assertThat(get("/api/suggest").path("trades").size()).isZero();
        assertThat(get("/api/suggest?q=" + "a".repeat(201)).path("parameter").asString())
                .isEqualTo("q");
    }

    @Test
    void aTradeTellsItsCodesNeighboursSubjectsAndCounts() throws Exception {
        harvest();

        JsonNode trades = until(
                "/api/trades?lang=nl",
                answer -> answer.path("trades").values().stream()
                        .anyMatch(trade -> trade.path("total").asInt() == 1));
        assertThat(trades.path("trades").size()).isGreaterThanOrEqualTo(24);

        JsonNode wood = get("/api/trades/hout?lang=nl");
        assertThat(wood.path("label").asString()).isEqualTo("Hout & interieur");
        assertThat(wood.at("/codes/nace").size()).isPositive();
        assertThat(wood.at("/related/0/id").asString()).isEqualTo("bouw");
        assertThat(wood.at("/schoolSubjects/0/value").asString()).isEqualTo("hout");
        assertThat(get("/api/trades/onbekend").path("status").asInt()).isEqualTo(404);
    }

    @Test
    void aTextIsClassifiedForAnybodyWithTheWordsThatSaySo() throws Exception {
        JsonNode judged = post("/api/classify", "{\"title\": \"Een zwaluwstaart frezen\"}");
        assertThat(judged.at("/trades/0/id").asString()).isEqualTo("hout");
        assertThat(judged.at("/trades/0/evidence/0/field").asString()).isEqualTo("title");

        assertThat(post("/api/classify", "{}").path("parameter").asString()).isEqualTo("title");
        assertThat(post("/api/classify", "{").path("status").asInt()).isEqualTo(400);
    }

    @Test
    void filingAnewChangesNothingWhereTheVocabularyIsTheSameAndTheExportHasEveryRecord() throws Exception {
        harvest();

        JsonNode done = post("/api/reclassify?dryRun=true", "");
        String exported = send(asOperator("/api/export").build()).body();

        assertThat(done.path("looked").asInt()).isEqualTo(2);
        assertThat(done.path("changed").asInt()).isZero();
        assertThat(exported.lines())
                .hasSize(2)
                .allMatch(line -> JsonMapper.shared().readTree(line).has("url"));
    }

    @Test
    void everythingOfOperatorsIsClosedToOthers() throws Exception {
        for (String path : new String[] {
            "/api/sources",
            "/api/runs",
            "/api/runs/1",
            "/api/runs/1/items",
            "/actuator/prometheus",
            "/operate",
            "/api/export"
        }) {
            assertThat(send(HttpRequest.newBuilder(uri(path)).build()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aWrongParameterIsNamed() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("/api/search?size=veel")).build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("parameter").asString())
                .isEqualTo("size");
    }

    @Test
    void aParameterInThePathThatCannotBeReadIsNamedToo() throws Exception {
        HttpResponse<String> answer = send(asOperator("/api/runs/abc").build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("parameter").asString(""))
                .isEqualTo("id");
    }

    private static JsonNode harvest() throws Exception {
        HttpResponse<String> asked = send(asOperator("/api/sources/vakblad/runs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(asked.statusCode()).isEqualTo(202);
        long id = JsonMapper.shared().readTree(asked.body()).path("id").asLong();
        return until("/api/runs/" + id, run -> run.has("endedAt"));
    }

    private static JsonNode get(String path) throws Exception {
        return JsonMapper.shared().readTree(send(asOperator(path).build()).body());
    }

    private static JsonNode post(String path, String body) throws Exception {
        return JsonMapper.shared()
                .readTree(send(asOperator(path)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build())
                        .body());
    }

    private static JsonNode until(String path, Predicate<JsonNode> wanted) {
        return await().until(
                        () -> JsonMapper.shared()
                                .readTree(send(asOperator(path).build()).body()),
                        wanted);
    }

    private static HttpRequest.Builder asOperator(String path) {
        String credentials = Base64.getEncoder().encodeToString("operator:geheim".getBytes());
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + credentials);
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
