package be.vakoogst.coverage;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.facts.Dimension;
import be.vakoogst.facts.Fact;
import be.vakoogst.facts.Facts;
import be.vakoogst.facts.RecordFilter;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.usage.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The report and its pages, compared with the catalogue. */
class CoverageTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static final String SOURCE = "dekkingsbron";

    @BeforeAll
    static void harvestSomething() throws IOException {
        PUBLISHER.serves("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Dekkingsblad</title>
                <item><title>Dakpannen leggen op een hellend dak</title><guid isPermaLink="false">1</guid>
                  <description>Leerlingen BuSO OV3 leren in dakbedekking pannen leggen, stap voor stap met pictogrammen.</description></item>
                <item><title>Plat dak waterdicht maken met roofing</title><guid isPermaLink="false">2</guid>
                  <description>Dakdekkers branden bitumen roofing op een plat dak, met aandacht voor de dakrand en dakopstand.</description></item>
                <item><title>Zwaluwstaartverbinding met de bovenfrees</title><guid isPermaLink="false">3</guid></item>
                <item><title>Nieuwe openingsuren</title><guid isPermaLink="false">4</guid></item></channel></rss>""");
        Files.writeString(
                TestApplication.sources().resolve(SOURCE + ".yml"), """
                id: %s
                name: Dekkingsblad
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                """.formatted(SOURCE, PUBLISHER.url("/feed")));
        assertThat(harvest(SOURCE).path("state").asString()).isEqualTo("succeeded");
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void theReportCountsWhatTheCatalogueHolds() {
        JsonNode report = getJson("/api/coverage");

        Map<String, Long> counted = new TreeMap<>();
        report.path("trades")
                .forEach(trade -> counted.put(
                        trade.path("id").asString(), trade.path("resources").asLong()));
        List<LearningResource> shown = shown();
        assertThat(report.at("/all/resources").asLong()).isEqualTo(shown.size());
        assertThat(report.path("withoutTrade").asLong())
                .isEqualTo(shown.stream()
                        .filter(resource -> resource.subject().trades().isEmpty())
                        .count());
        counted.forEach((trade, count) -> assertThat(count)
                .as(trade)
                .isEqualTo(shown.stream()
                        .filter(resource -> isFiledUnder(resource, trade))
                        .count()));
        assertThat(counted.get("dak")).isGreaterThanOrEqualTo(2);
        assertThat(report.at("/progress/reached")).isEqualTo(report.at("/progress/latest"));
    }

    @Test
    void eachFigureOnThePagesLeadsToAsManyRecordsOfTheCatalogue() {
        Set<String> followed = new HashSet<>();
        for (String page : List.of(
                "/operate/coverage",
                "/operate/coverage/trades/dak",
                "/operate/coverage/programmes",
                "/operate/coverage/report")) {
            List<Element> figures =
                    Jsoup.parse(get(page, administrator()).body()).select("a[href^=/operate/coverage/records]").stream()
                            .filter(link -> link.text().matches("\\d+"))
                            .toList();
            assertThat(figures).as(page).hasSizeGreaterThan(20);
            figures.stream()
                    .filter(figure -> followed.add(figure.attr("href") + " " + figure.text()))
                    .forEach(figure -> assertLeadsToAsMany(page, figure));
        }
    }

    private static void assertLeadsToAsMany(String page, Element figure) {
        int atOnce = 1000;
        String records = figure.attr("href").replace("/operate/coverage/records", "/api/coverage/records");
        JsonNode behind = getJson(records + (records.contains("?") ? "&" : "?") + "size=" + atOnce);
        long figureSays = Long.parseLong(figure.text());
        assertThat(behind.path("total").asLong()).as(page + ": " + records).isEqualTo(figureSays);
        assertThat(behind.path("records").size()).as(page + ": " + records).isEqualTo((int)
                Math.min(figureSays, atOnce));
        Catalogue catalogue = TestApplication.context().getBean(Catalogue.class);
        behind.path("records")
                .forEach(record -> assertThat(
                                catalogue.find(new ResourceId(record.path("id").asString())))
                        .get()
                        .matches(found -> found.shown().isPresent()));
    }

    @Test
    void whatIsForAPartOfAnAudienceIsForTheWhole() {
        JsonNode narrow = getJson("/api/coverage/records?source=" + SOURCE + "&audience=buso-ov3");
        JsonNode wide = getJson("/api/coverage/records?source=" + SOURCE + "&audience=buso");

        assertThat(narrow.path("total").asLong()).isEqualTo(1);
        assertThat(wide.path("records")).isEqualTo(narrow.path("records"));
    }

    @Test
    void aValueIsCountedAsItStandsWhateverSignsAreInIt() {
        LearningResource before = shown().getFirst();
        String odd = "met \"aanhaling\", \\streep en {haken}";

        file(before.id(), List.of(new TradeAssertion(odd, 1, List.of(), TradeAssertion.AssertedBy.SOURCE)));

        getJson("/api/coverage");
        Facts facts = TestApplication.context().getBean(Facts.class);
        RecordFilter odds = RecordFilter.shown(List.of(new Fact(Dimension.TRADE, odd)));
        assertThat(facts.records(odds, "", 10))
                .extracting(Facts.Holding::trades)
                .containsExactly(List.of(odd));
        file(before.id(), before.subject().trades());
    }

    private static void file(ResourceId id, List<TradeAssertion> trades) {
        Catalogue catalogue = TestApplication.context().getBean(Catalogue.class);
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> catalogue.amend(List.of(id), resource -> resource.withTrades(trades)));
    }

    @Test
    void theSameContentIsCountedPerSchoolSubjectBesideThePerTrade() {
        JsonNode dak = trade(getJson("/api/coverage"), "dak");

        long fullest = dak.path("subjects").values().stream()
                .mapToLong(subject -> subject.path("resources").asLong())
                .max()
                .orElseThrow();
        assertThat(dak.path("subjects").size()).isGreaterThan(3);
        assertThat(fullest)
                .isPositive()
                .isLessThanOrEqualTo(dak.path("resources").asLong());
        Document page =
                Jsoup.parse(get("/operate/coverage/trades/dak", administrator()).body());
        assertThat(page.select("section[aria-labelledby=subjects] tr"))
                .hasSize(dak.path("subjects").size());
    }

    @Test
    void gapsAreToldAgainstWhatIsSearched() {
        Usage usage = TestApplication.context().getBean(Usage.class);
        for (int i = 0; i < 12; i++) {
            usage.searched("groendak aanleggen", List.of("dieren"), 0);
        }

        JsonNode gap = TestApplication.until(
                        "/api/coverage",
                        report -> trade(report, "dieren").path("searches").asLong() >= 12)
                .path("gaps")
                .values()
                .stream()
                .filter(each -> each.path("trade").asString().equals("dieren"))
                .findFirst()
                .orElseThrow();

        assertThat(gap.path("unanswered").asBoolean()).isTrue();
        assertThat(gap.path("text").asString()).contains("BuSO").contains("12");
        assertThat(get("/operate/coverage/trades/dieren", administrator()).body())
                .contains("groendak aanleggen");
    }

    @Test
    void theSheetSaysTheSameAsTheReport() throws IOException {
        JsonNode report = getJson("/api/coverage");
        List<CSVRecord> lines;
        try (CSVParser parser = CSVParser.parse(
                get("/api/coverage.csv", administrator()).body(),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            lines = parser.getRecords();
        }

        Map<String, String> resources = lines.stream()
                .filter(line -> line.get("part").equals("trade")
                        && line.get("dimension").equals("resources"))
                .collect(Collectors.toMap(line -> line.get("id"), line -> line.get("count")));
        report.path("trades")
                .forEach(trade -> assertThat(resources.get(trade.path("id").asString()))
                        .isEqualTo(trade.path("resources").asString()));
        assertThat(lines.stream().map(line -> line.get("part")).distinct()).contains("all", "trade", "programme");
    }

    @Test
    void whatThereWasIsKeptByDay() {
        TestApplication.context().getBean(Snapshots.class).take();

        JsonNode history = getJson("/api/coverage/history?trade=dak");
        JsonNode last = history.path("points").get(history.path("points").size() - 1);
        assertThat(LocalDate.parse(last.path("day").asString())).isNotNull();
        assertThat(last.path("resources").asLong())
                .isEqualTo(
                        trade(getJson("/api/coverage"), "dak").path("resources").asLong());
        assertThat(getJson("/api/coverage/history?trade=dak&dimension=type").path("points"))
                .isNotEmpty();
        assertThat(get("/operate/coverage/report?month=1999-01", administrator())
                        .body())
                .contains("1999-01")
                .doesNotContain("/operate/coverage/records");
    }

    @Test
    void aPastMonthIsReportedAsItWasAtItsEnd() {
        kept("2001-02-28", "", "all", "", 90);
        kept("2001-03-30", "", "all", "", 99);
        kept("2001-03-31", "", "all", "", 123);
        kept("2001-03-31", "", "trade", "none", 17);
        kept("2001-03-31", "", "type", "video", 45);
        kept("2001-03-31", "dak", "all", "", 67);
        kept("2001-03-31", "dak", "audience", "leerling", 61);
        kept("2001-03-31", "dak", "a dimension of then", "x", 61);

        Document month = report("month=2001-03");
        assertThat(month.select("dl.facts dd").eachText()).startsWith("123 +33", "17");
        assertThat(chart(month, "Type").select("td.number").eachText()).containsExactly("45");
        assertThat(month.select("tr:has(a[href*=trade=dak])").text()).contains("67 +67");
        assertThat(month.select(".gaps").text()).contains("67").doesNotContain("123");
        assertThat(month.select("td.number"))
                .allSatisfy(figure -> assertThat(figure.select("a[href]")).hasSize(1));
        assertThat(month.select("#month option").eachText())
                .startsWith(YearMonth.now(ZoneId.of("Europe/Brussels")).toString())
                .contains("2001-03", "2001-02")
                .doesNotHaveDuplicates();
        assertThat(chart(report("month=2001-03&trade=dak"), "Audience")
                        .select("td.number")
                        .eachText())
                .containsExactly("61");
        assertThat(get("/operate/coverage/report?month=2001-03&trade=niets", administrator())
                        .statusCode())
                .isEqualTo(404);
    }

    private static void kept(String day, String trade, String dimension, String value, long resources) {
        TestApplication.database()
                .sql("insert into coverage_snapshot values (?::date, ?, ?, ?, ?)")
                .params(day, trade, dimension, value, resources)
                .update();
    }

    private static Document report(String parameters) {
        return Jsoup.parse(get("/operate/coverage/report?lang=en&" + parameters, administrator())
                .body());
    }

    private static Element chart(Document page, String title) {
        return page.select("table.bars[aria-label=" + title + "]").expectFirst("table");
    }

    @Test
    void nobodyButStaffSeesItAndWhatIsWrongInTheAddressIsNamed() {
        assertThat(getAsAnybody("/api/coverage").statusCode()).isEqualTo(401);
        assertThat(getJson("/api/coverage?from=gisteren").path("parameter").asString())
                .isEqualTo("from");
        assertThat(getJson("/api/coverage/records?kleur=rood").path("parameter").asString())
                .isEqualTo("kleur");
        assertThat(get("/operate/coverage/trades/niets", administrator()).statusCode())
                .isEqualTo(404);
        assertThat(get("/operate/coverage/report?month=mei", administrator()).statusCode())
                .isEqualTo(400);
    }

    private static JsonNode trade(JsonNode report, String id) {
        return report.path("trades").values().stream()
                .filter(trade -> trade.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFiledUnder(LearningResource resource, String trade) {
        return resource.subject().trades().stream()
                .anyMatch(asserted -> asserted.id().equals(trade));
    }

    private static List<LearningResource> shown() {
        Catalogue catalogue = TestApplication.context().getBean(Catalogue.class);
        List<LearningResource> shown = new ArrayList<>();
        List<CatalogueRecord> page = catalogue.changesAfter(ChangeNumber.NONE, 500);
        while (!page.isEmpty()) {
            page.forEach(record -> record.shown().ifPresent(shown::add));
            page = catalogue.changesAfter(page.getLast().number(), 500);
        }
        return shown;
    }
}
