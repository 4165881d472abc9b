package be.vakoogst.search;

import static be.vakoogst.search.RunningSearch.encoded;
import static be.vakoogst.search.RunningSearch.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a search front-end relies on. */
class SearchApiTest {

    private static final LearningResource LINE = Resources.with("Kabels trekken voor 230 V", """
            "description":"Draad van 10 mm² in een buis.","languages":["nl"],"resourceTypes":["video"],"audiences":["leerling"],
            "duration":"PT4M","datePublished":"2025-03-01T00:00:00Z","licence":{"id":"cc-by-4.0","assertion":"stated"}""");
    private static final LearningResource DOVETAIL = in("hout", "Een zwaluwstaartverbinding maken", """
            "description":"Aftekenen, zagen en steken in beukenhout.","resourceTypes":["video"],"datePublished":"2026-02-01T00:00:00Z\"""");
    private static final LearningResource PLANER =
            in("hout", "De vandiktebank instellen", "\"resourceTypes\":[\"handleiding\"],\"audiences\":[\"leraar\"]");
    private static final LearningResource TAP =
            in("sanitair-verwarming", "Een lekkende kraan herstellen", "\"resourceTypes\":[\"video\"]");
    private static final LearningResource DRAIN =
            in("sanitair-verwarming", "Zo ontstop je een afvoerbuis", "\"resourceTypes\":[\"artikel\"]");
    private static final LearningResource STEEL =
            in("lassen", "Constructiestaal S235JR lassen met MAG", "\"resourceTypes\":[\"xr\"]");
    private static final LearningResource BOLTS = in("mechanica", "Bouten M8 en M10 aanhalen", "");
    private static final LearningResource FRENCH =
            in("hout", "Les assemblages en menuiserie", "\"languages\":[\"fr\"]");
    private static final LearningResource ROOFS = in("dak", "Platte daken isoleren", "");
    private static final LearningResource COOLING = in("koeltechniek", "Warmtepomp: de koelkring uitgelegd", "");

    private static final List<LearningResource> ALL =
            List.of(LINE, DOVETAIL, PLANER, TAP, DRAIN, STEEL, BOLTS, FRENCH, ROOFS, COOLING);

    private static RunningSearch search;

    @BeforeAll
    static void start() {
        search = new RunningSearch("searchapi", ALL, "--vakoogst.public-api.requests-per-minute=100000");
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @ParameterizedTest
    @CsvSource({
        "verbinding zwaluwstaart, Een zwaluwstaartverbinding maken",
        "zwaluwstaarten, Een zwaluwstaartverbinding maken",
        "plat dak, Platte daken isoleren",
        "dakisolatie, Platte daken isoleren",
        "230V, Kabels trekken voor 230 V",
        "10mm2, Kabels trekken voor 230 V",
        "S235JR, Constructiestaal S235JR lassen met MAG",
        "s235, Constructiestaal S235JR lassen met MAG",
        "M8, Bouten M8 en M10 aanhalen",
        "loodgieter, Een lekkende kraan herstellen",
        "krann lekt, Een lekkende kraan herstellen",
        "vandiktenbank, De vandiktebank instellen",
        "assemblage menuiserie, Les assemblages en menuiserie",
        "'\"lekkende kraan\"', Een lekkende kraan herstellen",
        "warmtepompen, Warmtepomp: de koelkring uitgelegd",
    })
    void whatIsMeantComesFirst(String words, String title) {
        assertThat(search.titles(words)).first().isEqualTo(title);
    }

    @Test
    void anOccupationFindsItsWholeTradeBelowWhatSaysIt() {
        assertThat(search.titles("loodgieter")).contains(TAP.title(), DRAIN.title());
        assertThat(search.get("/api/search?q=loodgieter").at("/trades/0/id").asString())
                .isEqualTo("sanitair-verwarming");
    }

    @Test
    void aPhraseIsFoundAsItStandsOnly() {
        assertThat(search.titles("\"kraan lekkende\"")).isEmpty();
    }

    @Test
    void aChosenValueDoesNotNarrowTheCountsOfItsOwnFacetAndSeveralAreAlternatives() {
        JsonNode both = search.get("/api/search?trade=hout,lassen&type=video&type=xr");

        assertThat(both.path("total").asInt()).isEqualTo(2);
        assertThat(counts(both, "type")).contains("video=1", "xr=1", "handleiding=1");
        assertThat(counts(both, "trade")).contains("hout=1", "lassen=1", "sanitair-verwarming=1");
    }

    private static List<String> counts(JsonNode answer, String facet) {
        return answer.at("/facets/" + facet).values().stream()
                .map(count -> count.path("value").asString() + "="
                        + count.path("count").asInt())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "reuse=free, 1",
        "duration=to-5-minutes, 1",
        "year=2026, 1",
        "study=Houttechnieken, 3",
        "audience=leraar, 1",
        "language=fr, 1",
        "source=vakblad, 10",
        "since=2026-01-01, 1",
        "finality=A, 0",
        "readingLevel=easy, 0",
    })
    void eachFacetFilters(String choice, int total) {
        assertThat(search.get("/api/search?" + choice).path("total").asInt()).isEqualTo(total);
    }

    @Test
    void aCursorReadsEachHitOnceInEveryOrder() {
        for (String sort : List.of("relevance", "newest", "title")) {
            List<String> ids = new ArrayList<>();
            String path = "/api/search?size=3&sort=" + sort;
            JsonNode page = search.get(path);
            while (page.has("next")) {
                page.path("hits").forEach(hit -> ids.add(hit.path("id").asString()));
                page = search.get(path + "&cursor=" + page.path("next").asString());
            }
            page.path("hits").forEach(hit -> ids.add(hit.path("id").asString()));
            assertThat(ids).as(sort).hasSize(ALL.size()).doesNotHaveDuplicates();
        }
    }

    @Test
    void onlyTheFieldsAskedForComeAndAnExplanationSaysWhy() {
        JsonNode hit =
                search.get("/api/search?q=lassen&fields=id,title&explain=true").at("/hits/0");

        assertThat(hit.propertyNames()).contains("id", "title").doesNotContain("url", "trades");
        assertThat(hit.at("/explanation/0/kind").asString()).isEqualTo("word");
        assertThat(hit.at("/explanation/0/score").asDouble()).isPositive();
    }

    @Test
    void hitsHaveAScoreWhereTheyAreSortedByIt() {
        assertThat(search.get("/api/search?q=lassen").at("/hits/0/score").asDouble())
                .isPositive();
        assertThat(search.get("/api/search?q=lassen&group=trade")
                        .at("/groups/0/hits/0/score")
                        .asDouble())
                .isPositive();
        assertThat(search.get("/api/search?q=lassen&sort=newest").at("/hits/0").has("score"))
                .isFalse();
    }

    @Test
    void groupsShowTheBestFewOfEachTradeWithTheirCount() {
        JsonNode groups = search.get("/api/search?group=trade").path("groups");

        assertThat(groups.values()).anySatisfy(group -> {
            assertThat(group.path("trade").asString()).isEqualTo("hout");
            assertThat(group.path("total").asInt()).isEqualTo(3);
            assertThat(group.path("hits")).hasSize(3);
        });
    }

    @Test
    void editorsPinHideAndPreferPerQuery() {
        String rule =
                "{\"query\":\"Lassen\",\"pin\":[\"%s\"],\"hide\":[\"%s\"],\"boost\":[{\"facet\":\"type\",\"value\":\"xr\",\"by\":2}]}"
                        .formatted(BOLTS.id(), STEEL.id());
        assertThat(search.asOperator("PUT", "/api/search/rules", rule).statusCode())
                .isEqualTo(200);

        assertThat(search.titles("lassen")).startsWith(BOLTS.title()).doesNotContain(STEEL.title());
        assertThat(search.response("/api/search/rules").statusCode()).isNotEqualTo(200);
        assertThat(search.asOperator("DELETE", "/api/search/rules?query=lassen", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(search.titles("lassen")).startsWith(STEEL.title());
        assertThat(search.asOperator("PUT", "/api/search/rules", "{\"query\":\"x\",\"pin\":[\"geen id\"]}")
                        .body())
                .contains("pin");
    }

    @Test
    void didYouMeanNeverOffersWhatFindsNothing() {
        JsonNode slip = search.get("/api/search?q=loodgiter");

        assertThat(slip.path("didYouMean").asString()).isEqualTo("loodgieter");
        assertThat(search.get("/api/search?q=qqxzy").has("didYouMean")).isFalse();
        assertThat(search.get("/api/search?q=S245JX").has("didYouMean")).isFalse();
    }

    @Test
    void suggestionsCompleteTradesAndTitles() {
        assertThat(search.get("/api/suggest?q=loodg").at("/trades/0/id").asString())
                .isEqualTo("sanitair-verwarming");
        assertThat(search.get("/api/suggest?q=zwaluw").at("/resources/0/title").asString())
                .isEqualTo(DOVETAIL.title());
    }

    @Test
    void searchesAndClicksAreCountedWithoutAnythingPersonal() {
        for (int i = 0; i < 9; i++) {
            search.get("/api/search?q=Haarlak%20maken%20op%20Mars");
        }
        search.get("/api/search?q=jan.peeters@example.org");
        HttpResponse<String> go = search.response("/go/" + TAP.id() + "?q=lekkende%20kraan");

        assertThat(go.statusCode()).isEqualTo(302);
        assertThat(go.headers().firstValue("Location")).contains(TAP.url().toString());
        assertThat(search.response("/go/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        await().untilAsserted(() -> {
            String usage = search.asOperator("GET", "/api/usage", "").body();
            assertThat(usage)
                    .contains(
                            "haarlak maken op mars", "lekkende kraan", TAP.id().value())
                    .doesNotContain("peeters");
        });
        assertThat(search.response("/api/usage").statusCode()).isEqualTo(401);
    }

    @Test
    void theApiDescribesItselfWithExamples() {
        JsonNode api = search.get("/v3/api-docs").at("/paths/~1api~1search/get");

        assertThat(api.path("parameters").values())
                .extracting(parameter -> parameter.path("name").asString())
                .contains("q", "cursor", "trade", "year");
        assertThat(api.toString()).contains("Zwaluwstaart frezen met de bovenfrees", "\"429\"");
        assertThat(search.response("/opensearch.xml").body()).contains("{searchTerms}", search.address("/?q="));
    }

    @Test
    void aReportReachesTheOperator() {
        HttpResponse<String> form = search.send(search.request("/report/" + TAP.id())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("reason=link-broken&remark=Bestaat+niet+meer"))
                .build());

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(search.asOperator("GET", "/api/reports", "").body()).contains("link-broken", "Bestaat niet meer");
    }

    @Test
    void anUnchangedAnswerIsNotSentAgainAndOtherSitesMayReadIt() {
        HttpResponse<String> first = search.response("/api/search?q=kraan");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = search.send(search.request("/api/search?q=kraan")
                .header("If-None-Match", etag)
                .header("Origin", "https://school.example")
                .build());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age");
        assertThat(first.headers().firstValue("RateLimit")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=-1",
                "size=101",
                "size=veel",
                "from=-1",
                "from=9990&size=20",
                "from=1e9",
                "sort=duurste",
                "group=kleur",
                "since=gisteren",
                "since=+1000000-01-01",
                "cursor=%25",
                "cursor=W10",
                "fields=wachtwoord",
                "facets=alles",
                "explain=ja",
                "onbekend=1",
                "q%5B%5D=x"
            })
    void aWrongParameterIsNamed(String query) {
        HttpResponse<String> answer = search.response("/api/search?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\"");
    }

    @Test
    void aNodeThatDoesNotHarvestIsWellWithoutRuns() {
        HttpResponse<String> health = search.asOperator("GET", "/actuator/health", "");

        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(health.body()).contains("\"index\"", "\"search\"").doesNotContain("\"harvest\"");
    }

    /** Any text at all in any parameter: an answer or a 400, never an error of ours. */
    @Test
    void noInputIsAnErrorOfOurs() {
        Random random = new Random(7);
        List<String> nasty = List.of(
                "\"",
                "\"\"\"",
                "*",
                "?*?*",
                "/.*(a|b)+/",
                "(((",
                "a AND OR NOT",
                "{\"query\":{}}",
                "\\",
                "title:*",
                "[1 TO *]",
                "\u0000\u0001\u001f",
                "\ud83d\ude00",
                "\u202e\u200b",
                "%00",
                "'; drop table report; --",
                "<script>",
                "~5",
                "^^",
                "a".repeat(900));
        Set<Integer> statuses = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            String q = random.ints(1 + random.nextInt(6), 0, nasty.size())
                    .mapToObj(nasty::get)
                    .collect(java.util.stream.Collectors.joining(" "));
            String other = List.of("trade", "sort", "size", "from", "since", "cursor", "fields", "year", "q")
                    .get(random.nextInt(9));
            String value = nasty.get(random.nextInt(nasty.size()));
            statuses.add(search.response("/api/search?q=" + encoded(q) + "&" + other + "=" + encoded(value))
                    .statusCode());
            statuses.add(search.response("/api/suggest?q=" + encoded(q)).statusCode());
            statuses.add(search.response("/?q=" + encoded(q)).statusCode());
        }

        assertThat(statuses).isSubsetOf(200, 400);
    }

    @Test
    void aQueryOfTenThousandCharactersIsRefusedByName() {
        HttpResponse<String> endless = search.response("/api/search?q=" + encoded("é".repeat(10_000)));

        assertThat(endless.statusCode()).isEqualTo(400);
        assertThat(endless.body()).contains("\"parameter\":\"q\"");
    }
}
