package be.vakoogst.life;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.folder.Uploads;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of records when their source changes its mind, through the API alone. */
class LifeTest {

    private final Publisher publisher = new Publisher();
    private final Publisher elsewhere = new Publisher();
    private String source = "";

    @AfterEach
    void end() throws IOException {
        Files.deleteIfExists(TestApplication.sources().resolve(source + ".yml"));
        publisher.close();
        elsewhere.close();
    }

    @Test
    void whatAWholeListLacksIsAskedOnceMoreAndGoesWithItsReason() throws IOException {
        source("leven-een", "sitemap", "/sitemap.xml", "");
        offer(10, "/stuk-%d"::formatted);
        harvest();
        list(IntStream.range(0, 8).boxed().toList(), "/stuk-%d"::formatted);
        publisher.answersStatus("/stuk-8", 404);
        publisher.answersStatus("/stuk-9", 403);

        JsonNode run = harvest();

        assertThat(run.at("/counts/gone").asInt()).isEqualTo(1);
        assertThat(states("gone"))
                .hasSize(1)
                .allMatch(item -> item.path("reason").asString().equals("status 404"));
        assertThat(states("missing"))
                .hasSize(1)
                .allMatch(item -> item.path("url").asString().endsWith("/stuk-9"));
        assertThat(TestApplication.get(
                                "/api/resources/"
                                        + states("gone").getFirst().path("id").asString(),
                                TestApplication.administrator())
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aRunThatWouldRemoveTooMuchAsksAndAnOperatorConfirmsAndTakesBack() throws IOException {
        source("leven-twee", "sitemap", "/sitemap.xml", "");
        offer(10, "/deel-%d"::formatted);
        harvest();
        list(IntStream.range(0, 6).boxed().toList(), "/deel-%d"::formatted);

        JsonNode run = harvest();

        assertThat(run.path("reason").asString()).contains("waits to be confirmed");
        assertThat(run.at("/counts/gone").asInt()).isZero();
        JsonNode removal = removal("waiting");
        assertThat(removal.path("count").asInt()).isEqualTo(4);
        assertThat(removal.path("outOf").asInt()).isEqualTo(10);

        post("/api/removals/" + removal.path("id").asInt() + "/confirm");
        assertThat(states("unpublished")).hasSize(4);
        assertThat(TestApplication.post(
                                "/api/removals/" + removal.path("id").asInt() + "/confirm",
                                "",
                                TestApplication.administrator())
                        .statusCode())
                .isEqualTo(409);

        JsonNode undone = post("/api/removals/" + removal.path("id").asInt() + "/undo");
        assertThat(undone.path("changed").asInt()).isEqualTo(4);
        assertThat(states("unpublished")).isEmpty();
        assertThat(states("live")).hasSize(10);
    }

    @Test
    void aRefusedRemovalRemovesNothing() throws IOException {
        source("leven-drie", "sitemap", "/sitemap.xml", "limits: {removeShare: 0.1}");
        offer(10, "/vak-%d"::formatted);
        harvest();
        list(IntStream.range(0, 7).boxed().toList(), "/vak-%d"::formatted);
        harvest();

        JsonNode refused = post("/api/removals/" + removal("waiting").path("id").asInt() + "/refuse");

        assertThat(refused.path("state").asString()).isEqualTo("refused");
        assertThat(states("missing")).hasSize(3);
    }

    @Test
    void whatIsListedAgainMeanwhileSurvivesALateConfirmation() throws IOException {
        source("leven-tien", "sitemap", "/sitemap.xml", "");
        offer(10, "/kaart-%d"::formatted);
        harvest();
        list(IntStream.range(0, 6).boxed().toList(), "/kaart-%d"::formatted);
        harvest();
        list(IntStream.range(0, 9).boxed().toList(), "/kaart-%d"::formatted);
        harvest();

        post("/api/removals/" + removal("waiting").path("id").asInt() + "/confirm");

        assertThat(states("live")).hasSize(9);
    }

    @Test
    void nobodyIsAskedAnyMoreWhenAllIsListedAgain() throws IOException {
        source("leven-negentien", "sitemap", "/sitemap.xml", "");
        offer(10, "/kaartje-%d"::formatted);
        harvest();
        list(IntStream.range(0, 6).boxed().toList(), "/kaartje-%d"::formatted);
        harvest();
        assertThat(removal("waiting").path("count").asInt()).isEqualTo(4);
        offer(10, "/kaartje-%d"::formatted);

        harvest();

        assertThat(removal("waiting").isMissingNode()).isTrue();
        assertThat(removal("refused").path("reason").asString()).isEqualTo("all of it is there again");
        assertThat(states("live")).hasSize(10);
    }

    @Test
    void withAGracePeriodWhatIsMissingStaysUntilItEnds() throws IOException {
        source("leven-vier", "sitemap", "/sitemap.xml", "limits: {grace: 7d}");
        offer(6, "/les-%d"::formatted);
        harvest();
        list(IntStream.range(0, 5).boxed().toList(), "/les-%d"::formatted);
        publisher.answersStatus("/les-5", 404);

        assertThat(harvest().at("/counts/gone").asInt()).isZero();
        assertThat(states("missing")).hasSize(1);

        list(IntStream.range(0, 6).boxed().toList(), "/les-%d"::formatted);
        harvest();

        assertThat(states("missing")).isEmpty();
    }

    @Test
    void aWholeRunIsTakenBack() throws IOException {
        source("leven-vijf", "feed", "/feed", "");
        feed("guid-%d"::formatted, "/bericht-%d"::formatted, "Bericht");
        harvest();
        feed("guid-%d"::formatted, "/bericht-%d"::formatted, "Kapot");
        JsonNode bad = harvest();
        assertThat(bad.at("/counts/changed").asInt()).isEqualTo(5);

        JsonNode undone = post("/api/runs/" + bad.path("id").asLong() + "/undo");

        assertThat(undone.path("changed").asInt()).isEqualTo(5);
        assertThat(titles()).allMatch(title -> title.startsWith("Bericht")).hasSize(5);
    }

    @Test
    void aFeedThatChangesItsGuidsDoublesNothingAndKeepsEveryId() throws IOException {
        source("leven-zes", "feed", "/feed", "");
        feed("oud-%d"::formatted, "/nieuws-%d"::formatted, "Nieuws");
        harvest();
        List<String> ids = ids();

        feed("nieuw-%d"::formatted, "/nieuws-%d"::formatted, "Nieuws");
        JsonNode run = harvest();

        assertThat(run.at("/counts/new").asInt()).isZero();
        assertThat(ids()).isEqualTo(ids).hasSize(5);

        feed("nieuw-%d"::formatted, "/nieuws-%d"::formatted, "Gewijzigd");
        harvest();

        assertThat(ids()).isEqualTo(ids);
        assertThat(titles()).allMatch(title -> title.startsWith("Gewijzigd"));
    }

    @Test
    void itemsThatMoveToOtherAddressesKeepTheirIds() throws IOException {
        source("leven-zeven", "sitemap", "/sitemap.xml", "");
        offer(6, "/oud/blad-%d"::formatted);
        harvest();
        List<String> ids = ids();
        IntStream.range(0, 6)
                .forEach(number -> publisher.redirects("/oud/blad-" + number, 301, "/nieuw/blad-" + number));
        offer(6, "/nieuw/blad-%d"::formatted);

        JsonNode run = harvest();

        assertThat(run.at("/counts/gone").asInt()).isZero();
        assertThat(ids()).isEqualTo(ids);
        assertThat(states("live")).allMatch(item -> item.path("url").asString().contains("/nieuw/"));
    }

    @Test
    void anItemWhoseSourceListsItsOldAddressIsReadWhereThatLeadsForGoodAndNeverFlipsBack() throws IOException {
        source("leven-twaalf", "sitemap", "/sitemap.xml", "");
        offer(3, "/vroeger/blad-%d"::formatted);
        harvest();
        List<String> ids = ids();
        elsewhere.serves("/blad-1", "text/html", page(1));
        elsewhere.serves("/blad-1?utm_source=oud", "text/html", page(1));
        publisher.redirects(
                "/vroeger/blad-1", 301, elsewhere.url("/blad-1?utm_source=oud").toString());

        JsonNode run = harvest();

        assertThat(run.at("/counts/changed").asInt()).isEqualTo(1);
        assertThat(ids()).isEqualTo(ids);
        JsonNode moved = states("live").stream()
                .filter(item -> item.path("url")
                        .asString()
                        .equals(elsewhere.url("/blad-1").toString()))
                .findFirst()
                .orElseThrow();
        String id = moved.path("id").asString();
        assertThat(storyOf(id))
                .contains(publisher.url("/vroeger/blad-1") + " leads here for good, seen by run "
                        + run.path("id").asLong());
        assertThat(TestApplication.getJson("/api/resources/" + id).path("url").asString())
                .isEqualTo(elsewhere.url("/blad-1").toString());

        JsonNode again = harvest();

        assertThat(again.at("/counts/changed").asInt() + again.at("/counts/new").asInt())
                .isZero();
        assertThat(ids()).isEqualTo(ids);
        assertThat(TestApplication.getJson("/api/sources/leven-twaalf/reprocess")
                        .path("changed")
                        .asInt())
                .isZero();

        publisher.serves("/vroeger/blad-1", "text/html", page(1));
        elsewhere.answersStatus("/blad-1?utm_source=oud", 404);
        harvest();
        assertThat(TestApplication.getJson("/api/resources/" + id).path("url").asString())
                .isEqualTo(publisher.url("/vroeger/blad-1").toString());
    }

    @Test
    void whereAllLeadsToTheFrontPageNothingMovedAndEveryRecordStaysAsItWas() throws IOException {
        source("leven-dertien", "sitemap", "/sitemap.xml", "");
        offer(3, "/les/blad-%d"::formatted);
        harvest();
        List<String> titles = titles();
        publisher.serves("/", "text/html", "<title>Welkom</title><h1>Welkom op onze vernieuwde site</h1>");
        IntStream.range(0, 3).forEach(number -> publisher.redirects("/les/blad-" + number, 301, "/"));

        JsonNode run = harvest();

        assertThat(run.at("/counts/failed").asInt()).isEqualTo(3);
        assertThat(titles()).isEqualTo(titles);
        assertThat(states("live")).allMatch(item -> item.path("url").asString().contains("/les/blad-"));
    }

    @Test
    void whereSeveralLeadToOnePageTheFirstRunThatSeesItGivesNoneOfThemItsContent() throws IOException {
        source("leven-zestien", "feed", "/feed", "");
        feed("guid-%d"::formatted, "/weg/bericht-%d"::formatted, "Bericht");
        leadToTheOffer(0, 5);

        harvest();

        assertThat(records()).hasSize(5).noneMatch(record -> record.contains("An Aanbod"));
        assertThat(states("live")).allMatch(item -> item.path("url").asString().contains("/weg/bericht-"));
    }

    @Test
    void whoseNewAddressTurnsOutToBeThatOfOthersTooIsMadeAgainFromItsListInThatRun() throws IOException {
        source("leven-zeventien", "feed", "/feed", "");
        feed("guid-%d"::formatted, "/weg/bericht-%d"::formatted, "Bericht");
        leadToTheOffer(0, 1);
        harvest();
        assertThat(records())
                .hasSize(5)
                .filteredOn(record -> record.contains("An Aanbod"))
                .hasSize(1);
        feed("guid-%d"::formatted, "/weg/bericht-%d"::formatted, number -> number == 1 ? "Bericht nu" : "Bericht");
        leadToTheOffer(0, 2);

        harvest();

        assertThat(records()).hasSize(5).noneMatch(record -> record.contains("An Aanbod"));
        assertThat(TestApplication.getJson("/api/sources/leven-zeventien/reprocess")
                        .path("changed")
                        .asInt())
                .isZero();
    }

    @Test
    void whatOnlyHadThePageThatOthersLeadToAsWellGoes() throws IOException {
        source("leven-achttien", "sitemap", "/sitemap.xml", "");
        offer(6, "/weg/blad-%d"::formatted);
        list(List.of(0, 3, 4, 5), "/weg/blad-%d"::formatted);
        publisher.serves("/aanbod", "text/html", page(9));
        publisher.redirects("/weg/blad-0", 301, "/aanbod");
        harvest();
        assertThat(states("live")).hasSize(4);
        publisher.redirects("/weg/blad-1", 301, "/aanbod");
        list(List.of(0, 1, 3, 4, 5), "/weg/blad-%d"::formatted);

        harvest();

        assertThat(states("live")).hasSize(3);
        assertThat(titles()).noneMatch(title -> title.endsWith("nummer 9"));
    }

    private void leadToTheOffer(int from, int to) {
        publisher.serves("/aanbod", "text/html", "<meta name=author content='An Aanbod'>" + page(9));
        IntStream.range(from, to).forEach(number -> publisher.redirects("/weg/bericht-" + number, 301, "/aanbod"));
    }

    private List<String> records() {
        return ids().stream()
                .map(id -> TestApplication.getJson("/api/resources/" + id).toString())
                .toList();
    }

    @Test
    void aRemovedSourceTakesItsRecordsWithItAndGivesThemBack() throws IOException {
        source("leven-acht", "feed", "/feed", "");
        feed("guid-%d"::formatted, "/artikel-%d"::formatted, "Artikel");
        harvest();

        TestApplication.delete("/api/sources/leven-acht", TestApplication.administrator());

        assertThat(states("source-removed")).hasSize(5);
        JsonNode removal = removal("done");
        assertThat(post("/api/removals/" + removal.path("id").asInt() + "/undo")
                        .path("changed")
                        .asInt())
                .isEqualTo(5);
        assertThat(titles()).hasSize(5);
    }

    @Test
    void whatWasUploadedForARemovedSourceGoesOnceNobodyCanUndoThat() throws IOException {
        Path shelf = uploaded("leven-veertien");
        TestApplication.delete("/api/sources/leven-veertien", TestApplication.administrator());
        keepHouse();
        post("/api/removals/" + removal("done").path("id").asInt() + "/undo");
        assertThat(TestApplication.getAsAnybody("/documents/leven-veertien?name=les.txt")
                        .body())
                .contains("zwaluwstaart");

        post("/api/sources/leven-veertien/removal");
        laterThanRetention();
        keepHouse();

        assertThat(shelf).doesNotExist();
    }

    @Test
    void whatWasUploadedForASourceThatIsThereAgainStays() throws IOException {
        Path shelf = uploaded("leven-vijftien");
        TestApplication.delete("/api/sources/leven-vijftien", TestApplication.administrator());
        laterThanRetention();
        source("leven-vijftien", "folder", "upload:/", "");

        keepHouse();

        assertThat(shelf.resolve("les.txt")).exists();
    }

    private Path uploaded(String id) throws IOException {
        source(id, "folder", "upload:/", "");
        TestApplication.context()
                .getBean(Uploads.class)
                .put(new SourceId(id), "les.txt", "Een zwaluwstaart frees je.".getBytes(StandardCharsets.UTF_8));
        harvest();
        return TestApplication.sources().resolveSibling("uploads").resolve(id);
    }

    private static void keepHouse() {
        TestApplication.context().getBean(Housekeeping.class).keepHouse();
    }

    private void laterThanRetention() {
        TestApplication.database()
                .sql("update removal set decided_at = decided_at - interval '31 days' where source_id = ?")
                .param(source)
                .update();
    }

    @Test
    void theSameWorkAtTwoSourcesIsFoundOnceUntilOneOfThemIsRemoved() throws IOException {
        source("leven-elf", "sitemap", "/sitemap.xml", "");
        publisher.serves("/eigen", "text/html", page(1));
        publisher.serves("/kopie", "text/html", page(1));
        publisher.serves("/sitemap.xml", "application/xml", urls("/eigen"));
        publisher.serves("/kopie.xml", "application/xml", urls("/kopie"));
        Files.writeString(
                TestApplication.sources().resolve("leven-elf-kopie.yml"),
                Files.readString(TestApplication.sources().resolve("leven-elf.yml"))
                        .replace("leven-elf", "leven-elf-kopie")
                        .replace("/sitemap.xml", "/kopie.xml"));

        harvest();
        TestApplication.harvest("leven-elf-kopie");

        String search = "/api/search?q=levenelfwoord" + letters(60);
        TestApplication.until(
                search,
                answer -> answer.at("/hits/0/offers").size() == 2
                        && answer.path("total").asInt() == 1);

        TestApplication.delete("/api/sources/leven-elf-kopie", TestApplication.administrator());

        TestApplication.until(
                search,
                answer -> answer.at("/hits/0/offers").size() == 1
                        && answer.path("total").asInt() == 1);
    }

    @Test
    void reprocessingTellsBeforeWhichFieldsWouldChangeWithoutARequest() throws IOException {
        source("leven-negen", "feed", "/feed", "");
        feed("guid-%d"::formatted, "/tekst-%d"::formatted, "Tekst");
        harvest();
        int asked = publisher.requestsTo("/feed");
        source("leven-negen", "feed", "/feed", "defaults: {licence: cc-by-4.0}");

        JsonNode report = TestApplication.getJson("/api/sources/leven-negen/reprocess");

        assertThat(report.path("records").asInt()).isEqualTo(5);
        assertThat(report.path("changed").asInt()).isEqualTo(5);
        assertThat(report.at("/fields/licence/records").asInt()).isEqualTo(5);
        assertThat(report.path("fields").size()).isEqualTo(1);
        assertThat(publisher.requestsTo("/feed")).isEqualTo(asked);
        assertThat(TestApplication.getJson("/api/sources/leven-negen/reprocess"))
                .isEqualTo(report);
    }

    private void source(String id, String connector, String path, String more) throws IOException {
        source = id;
        Files.writeString(TestApplication.sources().resolve(id + ".yml"), """
                id: %s
                name: %s
                kind: publisher
                connector: {type: %s, url: "%s"}
                politeness: {delay: 0s, concurrency: 4}
                %s
                """.formatted(
                        id, id, connector, path.startsWith("/") ? publisher.url(path) : path, more));
    }

    private JsonNode harvest() {
        return TestApplication.harvest(source);
    }

    /** Pages, each with a text of its own, and a sitemap of all. */
    private void offer(int count, IntFunction<String> path) {
        IntStream.range(0, count).forEach(number -> publisher.serves(path.apply(number), "text/html", page(number)));
        list(IntStream.range(0, count).boxed().toList(), path);
    }

    private void list(List<Integer> numbers, IntFunction<String> path) {
        publisher.serves(
                "/sitemap.xml",
                "application/xml",
                urls(numbers.stream().map(path::apply).toArray(String[]::new)));
    }

    private String urls(String... paths) {
        return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + Arrays.stream(paths)
                        .map(path -> "<url><loc>" + publisher.url(path) + "</loc></url>")
                        .collect(Collectors.joining())
                + "</urlset>";
    }

    private String page(int number) {
        return "<html lang=nl><title>%s nummer %d</title><article><h1>%s nummer %d</h1><p>%s</p></article></html>"
                .formatted(source, number, source, number, text(number));
    }

    private String text(int number) {
        return IntStream.range(0, 60)
                .mapToObj(word -> source.replace("-", "") + "woord" + letters(number * 60 + word))
                .collect(Collectors.joining(" "));
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) (c < 'a' ? c - '0' + 'q' : c)))
                .collect(Collectors.joining());
    }

    private void feed(IntFunction<String> guid, IntFunction<String> link, String title) {
        feed(guid, link, number -> title);
    }

    private void feed(IntFunction<String> guid, IntFunction<String> link, IntFunction<String> title) {
        String items = IntStream.range(0, 5)
                .mapToObj(number -> """
                        <item><title>%s %s %d</title><guid isPermaLink="false">%s</guid><link>%s</link><description>%s</description></item>""".formatted(
                                title.apply(number),
                                source,
                                number,
                                guid.apply(number),
                                publisher.url(link.apply(number)),
                                text(number)))
                .collect(Collectors.joining());
        publisher.serves(
                "/feed",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Blad</title>" + items + "</channel></rss>");
        IntStream.range(0, 5).forEach(number -> publisher.answersStatus(link.apply(number), 403));
    }

    private List<JsonNode> states(String state) {
        return TestApplication.getJson("/api/sources/" + source + "/items?state=" + state)
                .path("items")
                .values()
                .stream()
                .toList();
    }

    private static String storyOf(String id) {
        return TestApplication.get("/operate/items/" + id, TestApplication.administrator())
                .body();
    }

    private List<String> ids() {
        return states("live").stream()
                .map(item -> item.path("id").asString())
                .sorted()
                .toList();
    }

    private List<String> titles() {
        return ids().stream()
                .map(id -> TestApplication.getJson("/api/resources/" + id)
                        .path("title")
                        .asString())
                .toList();
    }

    private JsonNode removal(String state) {
        return TestApplication.getJson("/api/removals?source=" + source + "&state=" + state)
                .at("/removals/0");
    }

    private static JsonNode post(String path) {
        return TestApplication.json(TestApplication.post(path, "", TestApplication.administrator()));
    }
}
