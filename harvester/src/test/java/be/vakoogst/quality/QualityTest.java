package be.vakoogst.quality;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Checks as they stand in a file, against records of a source of our own. */
class QualityTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static final String SOURCE = "kwaliteitsbron";

    @TempDir
    private Path folder;

    @BeforeAll
    static void harvestSomething() throws IOException {
        PUBLISHER.serves("/goed.png", "image/png", "PNG");
        PUBLISHER.serves("/geen-beeld.png", "text/html", "<p>Niet hier</p>");
        PUBLISHER.serves("/feed", "application/rss+xml", """
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Kwaliteitsblad</title>
                <item><title>Metselverband met halfsteensverband</title><guid isPermaLink="false">1</guid>
                  <description>Hoe metselaars bakstenen in halfsteensverband metselen, met voegen en mortel.</description>
                  <media:thumbnail url="%s"/></item>
                <item><title>=1+1 Metselen voor beginners</title><guid isPermaLink="false">2</guid>
                  <media:thumbnail url="%s"/></item></channel></rss>""".formatted(
                        PUBLISHER.url("/goed.png"), PUBLISHER.url("/geen-beeld.png")));
        Files.writeString(
                TestApplication.sources().resolve(SOURCE + ".yml"), """
                id: %s
                name: Kwaliteitsblad
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                """.formatted(SOURCE, PUBLISHER.url("/feed")));
        Files.copy(Path.of("../config/quality.yml"), TestApplication.sources().resolveSibling("quality.yml"));
        harvest(SOURCE);
    }

    @AfterAll
    static void stop() throws IOException {
        PUBLISHER.close();
        Files.delete(TestApplication.sources().resolveSibling("quality.yml"));
    }

    @Test
    void eachCheckCountsPerSourceAndListsWhatItCounts() {
        JsonNode report = getJson("/api/quality");

        assertThat(count(report, "licence-missing")).isEqualTo(2);
        assertThat(count(report, "description-missing")).isEqualTo(1);
        JsonNode records = getJson("/api/quality/description-missing/records?source=" + SOURCE);
        assertThat(records.path("total").asLong()).isEqualTo(1);
        assertThat(records.at("/records/0/title").asString()).contains("Metselen voor beginners");
        int atOnce = 1000;
        JsonNode all = getJson("/api/quality/licence-missing/records?size=" + atOnce);
        assertThat(all.path("records").size())
                .isEqualTo((int) Math.min(all.path("total").asLong(), atOnce));
    }

    @Test
    void aPictureThatIsNoneIsBroken() {
        ImageWatch watch = TestApplication.context().getBean(ImageWatch.class);

        watch.look();

        JsonNode broken = getJson("/api/quality/image-broken/records?source=" + SOURCE);
        assertThat(broken.path("total").asLong()).isEqualTo(1);
        assertThat(broken.at("/records/0/title").asString()).contains("beginners");
    }

    @Test
    void thePageSaysTheSameAndEachFigureLeadsToItsRecords() {
        var page = Jsoup.parse(get("/operate/quality", administrator()).body());

        assertThat(page.select("td.number"))
                .allSatisfy(figure -> assertThat(figure.select("a[href]")).hasSize(1));
        var figures = page.select("td a[href*=source=" + SOURCE + "]");
        assertThat(figures).hasSizeGreaterThan(5).allSatisfy(figure -> {
            var behind = Jsoup.parse(get(figure.attr("href"), administrator()).body());
            assertThat(behind.select("a[href^=/operate/items/]")).hasSize(Integer.parseInt(figure.text()));
        });
    }

    @Test
    void theExportIsASheetInWhichNothingIsAFormula() {
        String sheet = get("/api/quality/description-missing/records.csv?source=" + SOURCE, administrator())
                .body();

        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet).contains("'=1+1 Metselen");
    }

    @Test
    void howItWentIsKeptByDay() {
        TestApplication.context().getBean(Quality.class).keep();

        JsonNode days =
                getJson("/api/quality/licence-missing/history?source=" + SOURCE).path("days");
        assertThat(days.get(days.size() - 1).path("records").asLong()).isEqualTo(2);
    }

    @Test
    void whatIsWrongInTheFileIsSaidAndTheOtherChecksHold() throws IOException {
        Path file = folder.resolve("quality.yml");
        Files.writeString(file, """
                - {id: goed, label: {nl: Goed}, facts: {trade: none}}
                - {id: kleur, facts: {kleur: rood}}
                - {id: leeg}
                - {id: goed, facts: {trade: none}}
                - {id: leven, life: [slapend]}
                """);

        QualityFile.Look look = new QualityFile(file).look();

        assertThat(look.checks()).extracting(QualityCheck::id).containsExactly("goed");
        assertThat(look.problems())
                .hasSize(4)
                .anyMatch(problem -> problem.contains("kleur.facts.kleur"))
                .anyMatch(problem -> problem.contains("leeg asks nothing"))
                .anyMatch(problem -> problem.contains("slapend"));
        Files.writeString(file, "- {id: x\n");
        assertThat(new QualityFile(file).look().problems())
                .singleElement()
                .asString()
                .startsWith("quality.yml:");
    }

    private static long count(JsonNode report, String check) {
        return report.path("checks").values().stream()
                .filter(each -> each.path("id").asString().equals(check))
                .flatMap(each -> each.path("sources").values().stream())
                .filter(each -> each.path("source").asString().equals(SOURCE))
                .mapToLong(each -> each.path("records").asLong())
                .sum();
    }
}
