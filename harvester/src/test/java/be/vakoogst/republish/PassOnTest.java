package be.vakoogst.republish;

import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a source forbids to hand on is in no output, and what it reserves goes along in each. */
class PassOnTest {

    private static final String SECRET_TEXT = "Kwispelzwaluw in de lopende tekst.";

    private static final LearningResource OPEN = resource("doorgeefvrij", "Kwispelzwaluw vrij");
    private static final LearningResource DESCRIBED = resource("doorgeefhalf", "Kwispelzwaluw half");
    private static final LearningResource CLOSED = resource("doorgeefdicht", "Kwispelzwaluw dicht");

    private static Catalogue catalogue;

    @BeforeAll
    static void fill() {
        catalogue = TestApplication.context().getBean(Catalogue.class);
        change(() -> {
            catalogue.passOn(new SourceId("doorgeefvrij"), PassOn.FULL);
            catalogue.passOn(new SourceId("doorgeefdicht"), PassOn.NONE);
            catalogue.accept(List.of(OPEN, DESCRIBED, CLOSED).stream()
                    .map(resource -> new Submission(resource, List.of()))
                    .toList());
        });
        until(
                "/api/search?q=kwispelzwaluw",
                found -> ids(found.path("hits").findValuesAsString("id"))
                        .containsAll(List.of(OPEN.id(), DESCRIBED.id())));
        await().until(() ->
                getAsAnybody("/?q=kwispelzwaluw").body().contains(CLOSED.id().value()));
    }

    @Test
    void whatMayNotBeHandedOnIsInNoOutputButOurOwnPages() {
        for (String path : List.of(
                "/api/search?q=kwispelzwaluw",
                "/api/suggest?q=kwispelzwaluw",
                "/feeds/rss?q=kwispelzwaluw",
                "/feeds/atom?q=kwispelzwaluw",
                "/feeds/json?q=kwispelzwaluw",
                "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=source:doorgeefdicht",
                "/oai?verb=GetRecord&metadataPrefix=lom&identifier=oai:vakoogst.be:" + CLOSED.id(),
                "/api/resources/" + CLOSED.id(),
                "/embed/resources/" + CLOSED.id(),
                "/oembed?url=" + TestApplication.uri("/resources/" + CLOSED.id()),
                "/api/changes?after=" + (numberOf(CLOSED) - 1))) {
            assertThat(getAsAnybody(path).body()).as(path).doesNotContain(CLOSED.title());
        }
        assertThat(getAsAnybody("/api/resources/" + CLOSED.id()).statusCode()).isEqualTo(451);
        assertThat(get("/api/export", TestApplication.administrator()).body()).doesNotContain(CLOSED.title());
        assertThat(exported())
                .noneMatch(line -> line.contains(CLOSED.title()))
                .anyMatch(line -> line.contains(OPEN.title()));
        assertThat(sitemap(CLOSED)).doesNotContain(CLOSED.id().value());
        assertThat(sitemap(OPEN)).contains(OPEN.id().value());
    }

    @Test
    void ourOwnPagesShowItWithoutWhatIsForMachines() {
        String page = getAsAnybody("/resources/" + CLOSED.id()).body();

        assertThat(page).contains(CLOSED.title()).doesNotContain("ld+json").doesNotContain("oembed");
        assertThat(page).contains("noindex");
        assertThat(getAsAnybody("/?q=kwispelzwaluw").body())
                .contains(CLOSED.id().value());
    }

    @Test
    void theTextGoesAlongOnlyWhereItsSourceSaysSo() {
        assertThat(exported())
                .anyMatch(line -> line.contains(OPEN.title()) && line.contains(SECRET_TEXT))
                .anyMatch(line -> line.contains(DESCRIBED.title()))
                .noneMatch(line -> line.contains(DESCRIBED.title()) && line.contains(SECRET_TEXT));
        assertThat(getAsAnybody("/api/resources/" + OPEN.id()).body()).contains(SECRET_TEXT);
        assertThat(getAsAnybody("/api/resources/" + DESCRIBED.id()).body()).doesNotContain(SECRET_TEXT);
    }

    @Test
    void whatASourceChangesItsMindAboutIsToldToEveryReaderOfChanges() {
        LearningResource fickle = resource("doorgeefwissel", "Kwispelzwaluw wissel");
        change(() -> catalogue.accept(List.of(new Submission(fickle, List.of()))));
        long before = numberOf(fickle);
        assertThat(oai(fickle)).contains(fickle.title());

        change(() -> catalogue.passOn(new SourceId("doorgeefwissel"), PassOn.NONE));
        assertThat(numberOf(fickle)).isGreaterThan(before);
        assertThat(oai(fickle)).doesNotContain(fickle.title()).contains("deleted");

        change(() -> catalogue.passOn(new SourceId("doorgeefwissel"), PassOn.METADATA));
        assertThat(oai(fickle)).contains(fickle.title());
    }

    @Test
    void whatIsReservedGoesAlongInEveryForm() {
        String policy = "https://doorgeefhalf.example/tdm";

        HttpResponse<String> page = getAsAnybody("/resources/" + DESCRIBED.id());
        assertThat(page.headers().firstValue("tdm-reservation")).contains("1");
        assertThat(page.headers().firstValue("tdm-policy")).contains(policy);
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noai, noimageai");
        assertThat(page.body())
                .contains("<meta name=\"tdm-reservation\" content=\"1\">")
                .contains("<meta name=\"robots\" content=\"noai, noimageai\">");
        HttpResponse<String> api = getAsAnybody("/api/resources/" + DESCRIBED.id());
        assertThat(api.headers().firstValue("tdm-reservation")).contains("1");
        assertThat(getAsAnybody("/feeds/json?q=kwispelzwaluw").headers().firstValue("tdm-reservation"))
                .contains("1");
        for (String format : List.of("oai_dc", "lom", "amb")) {
            assertThat(oai(DESCRIBED, format)).as(format).contains(policy);
        }
        for (String path : List.of("/feeds/rss", "/feeds/atom", "/feeds/json", "/api/search")) {
            assertThat(getAsAnybody(path + "?q=kwispelzwaluw").body()).as(path).contains(policy);
        }
        assertThat(exported()).anyMatch(line -> line.contains(DESCRIBED.title()) && line.contains(policy));
    }

    @Test
    void robotsThatTrainModelsAreKeptFromWhatIsReservedAndFromTheListsAround() {
        String robots = getAsAnybody("/robots.txt").body();

        assertThat(robots)
                .contains("User-agent: GPTBot", "Disallow: /resources/" + DESCRIBED.id(), "Sitemap: http")
                .doesNotContain(OPEN.id().value());
        assertThat(getAsAnybody("/.well-known/tdmrep.json").body())
                .contains("{\"location\":\"/resources/" + DESCRIBED.id() + "\",\"tdm-reservation\":1}");
    }

    @Test
    void licenceAndSourceGoAlongInEveryForm() {
        String licence = "creativecommons.org/licenses/by-nc/4.0";

        for (String format : List.of("oai_dc", "lom", "amb")) {
            assertThat(oai(OPEN, format)).as(format).contains(licence);
        }
        for (String path : List.of(
                "/feeds/rss?q=kwispelzwaluw",
                "/feeds/atom?q=kwispelzwaluw",
                "/feeds/json?q=kwispelzwaluw",
                "/api/search?q=kwispelzwaluw",
                "/api/resources/" + OPEN.id(),
                "/resources/" + OPEN.id(),
                "/embed/resources/" + OPEN.id(),
                "/oembed?url=" + TestApplication.uri("/resources/" + OPEN.id()),
                "/oembed?format=xml&url=" + TestApplication.uri("/resources/" + OPEN.id()))) {
            assertThat(getAsAnybody(path).body()).as(path).contains(licence).contains("Vakblad doorgeefvrij");
        }
    }

    private static LearningResource resource(String source, String title) {
        String id = ResourceId.of(new SourceId(source), title).value();
        String reservations = source.equals("doorgeefhalf")
                ? "\"reservations\":[{\"kind\":\"tdm\",\"policy\":\"https://doorgeefhalf.example/tdm\"},{\"kind\":\"ai\"}],"
                : "";
        return ResourceJson.mapper()
                .readValue(
                        """
                {"id":"%s","url":"https://%s.example/%s","title":"%s","fullText":"%s",%s
                 "source":{"id":"%s","name":"Vakblad %s","kind":"publisher"},"harvestedFrom":"https://%s.example/feed","basis":"page",
                 "licence":{"uri":"https://creativecommons.org/licenses/by-nc/4.0/","id":"cc-by-nc-4.0","assertion":"stated"}}
                """.formatted(id, source, id, title, SECRET_TEXT, reservations, source, source, source),
                        LearningResource.class);
    }

    private static void change(Runnable change) {
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> change.run());
    }

    private static long numberOf(LearningResource resource) {
        return catalogue.find(resource.id()).orElseThrow().number().value();
    }

    private static List<ResourceId> ids(List<String> ids) {
        return ids.stream().filter(id -> id.length() == 32).map(ResourceId::new).toList();
    }

    private static String oai(LearningResource resource) {
        return oai(resource, "oai_dc");
    }

    private static String oai(LearningResource resource, String format) {
        return getAsAnybody(
                        "/oai?verb=GetRecord&metadataPrefix=" + format + "&identifier=oai:vakoogst.be:" + resource.id())
                .body();
    }

    private static String sitemap(LearningResource resource) {
        return getAsAnybody("/sitemaps/" + resource.id().value().charAt(0) + ".xml")
                .body();
    }

    /** An export that knows what this test brought; it is made anew at most thrice a minute. */
    private static List<String> exported() {
        long wanted = Math.max(numberOf(OPEN), numberOf(DESCRIBED));
        HttpResponse<byte[]> export = await().until(
                        () -> TestApplication.download("/export/catalogue.jsonl.gz"),
                        answer -> Long.parseLong(answer.headers()
                                        .firstValue("Vakoogst-Change-Number")
                                        .orElse("0"))
                                >= wanted);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(export.body()))) {
            return Arrays.asList(new String(in.readAllBytes(), UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
