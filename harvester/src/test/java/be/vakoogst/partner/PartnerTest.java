package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.partner.Partners.anybody;
import static be.vakoogst.partner.Partners.begun;
import static be.vakoogst.partner.Partners.register;
import static be.vakoogst.partner.Partners.seen;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.folder.Uploads;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.SourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a publisher with one URL to records that are found, asked as anybody and decided by an operator. */
class PartnerTest {

    private static final Publisher PUBLISHER = new Publisher();

    @BeforeAll
    static void publish() {
        PUBLISHER.serves("/", "text/html", """
                <html lang=nl><head><title>Lasclub</title><link rel=alternate type="application/rss+xml" href="/nieuws.xml"></head>
                <body><h1>Lasclub</h1></body></html>""");
        PUBLISHER.serves("/nieuws.xml", "application/rss+xml", """
                <rss version="2.0"><channel><title>Lasclub</title>
                <item><title>MIG-lassen voor beginners</title><guid isPermaLink="false">1</guid><description>Draad, gas en stroom instellen.</description></item>
                <item><title>Lastoevoegmateriaal kiezen</title><guid isPermaLink="false">2</guid></item>
                </channel></rss>""");
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void aPublisherWithOneAddressSeesWhatIsMadeOfItRegistersAndIsHarvestedOnceApproved() {
        JsonNode preview = look(PUBLISHER.url("/").toString());
        assertThat(preview.path("state").asString()).isEqualTo("found");
        assertThat(preview.at("/result/ways/0/ground").asString()).isEqualTo("feed");
        assertThat(preview.at("/result/resources/0/trades/0/id").asString()).isEqualTo("lassen");
        assertThat(preview.at("/result/quality/missing").findValuesAsString("lack"))
                .contains("licence", "image");

        JsonNode registration = json(register(preview.path("id").asString(), "Lasclub"));
        String id = registration.path("id").asString();
        assertThat(registration.path("state").asString()).isEqualTo("submitted");
        assertThat(mails()).anyMatch(mail -> mail.contains("/partner/registrations/" + id));

        assertThat(getAsAnybody("/partner/registrations/" + id + "?confirm=geraden")
                        .statusCode())
                .isEqualTo(200);
        assertThat(getJson("/api/partner/registrations/" + id).has("confirmedAt"))
                .isFalse();
        assertThat(getAsAnybody(Partners.confirmation(id)).statusCode()).isEqualTo(200);
        assertThat(getJson("/api/partner/registrations/" + id).has("confirmedAt"))
                .isTrue();

        JsonNode approved =
                json(post("/api/registrations/" + id + "/approve", "{\"comment\": \"welkom\"}", administrator()));
        assertThat(approved.path("state").asString()).isEqualTo("active");
        String source = approved.path("source").asString();
        JsonNode runs =
                until("/api/runs?source=" + source, list -> list.at("/runs/0").has("endedAt"));
        assertThat(runs.at("/runs/0/counts/new").asInt()).isEqualTo(2);

        assertThat(anybody("/api/partner/registrations/" + id + "/withdraw", "").statusCode())
                .isEqualTo(200);
        assertThat(getJson("/api/partner/registrations/" + id).path("state").asString())
                .isEqualTo("withdrawn");
        assertThat(getJson("/api/sources/" + source).path("status").asInt()).isEqualTo(404);
    }

    @Test
    void firstItemsAreShownWhileOthersAreStillRead() {
        try (Publisher slow = new Publisher()) {
            slow.serves(
                    "/",
                    "text/html",
                    "<title>Traag</title><link rel=alternate type='application/rss+xml' href='/rss'>");
            slow.serves("/rss", "application/rss+xml", """
                    <rss version="2.0"><channel><title>Traag</title>
                    <item><title>Solderen van koper</title><link>/1</link></item>
                    <item><title>Persfittingen</title><link>/2</link></item></channel></rss>""");
            slow.serves("/1", "text/html", "<title>Solderen van koper</title><p>Flux en tin.</p>");
            slow.serves("/2", "text/html", "<title>Persfittingen</title>");
            slow.holdsBack("/2"::equals);

            String id = begun(slow.url("/").toString());
            JsonNode early = until(
                    "/api/partner/previews/" + id,
                    preview -> !preview.at("/result/resources").isEmpty());

            assertThat(early.path("state").asString()).isEqualTo("looking");
            assertThat(early.at("/result/ways/0/ground").asString()).isEqualTo("feed");
            assertThat(early.at("/result/resources/0/title").asString()).isEqualTo("Solderen van koper");
            assertThat(getAsAnybody("/partner/previews/" + id).body()).contains("Solderen van koper");
            slow.releases();
            assertThat(seen(id).at("/result/resources")).hasSize(2);
        }
    }

    @Test
    void whereAFeedIsGoodNothingUnlikelyIsAskedForUntilTheVisitorWants() {
        try (Publisher site = new Publisher()) {
            site.serves("/rss", "application/rss+xml", """
                    <rss version="2.0"><channel><title>Dak</title><item><title>Leien leggen</title><guid>a</guid></item></channel></rss>""");
            site.serves("/oai", "text/xml", "<OAI-PMH/>");

            JsonNode preview = look(site.url("/rss").toString());

            assertThat(site.requestsTo("/robots.txt")).isEqualTo(1);
            assertThat(site.requestsTo("/oai")).isZero();
            String others = "/api/partner/previews/" + preview.path("id").asString() + "/others";
            assertThat(anybody(others, "").statusCode()).isEqualTo(202);
            JsonNode whole = seen(preview.path("id").asString());
            assertThat(site.requestsTo("/robots.txt")).isEqualTo(1);
            assertThat(whole.at("/result/whole").asBoolean()).isTrue();
            assertThat(whole.at("/result/resources/0/title").asString()).isEqualTo("Leien leggen");
        }
    }

    @Test
    void whoHasNoWebsiteJoinsWithASheet() {
        HttpResponse<String> begun = send(request("/api/partner/sheets", Optional.empty())
                .header("Content-Type", "multipart/form-data; boundary=grens")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        --grens\r
                        Content-Disposition: form-data; name="file"; filename="lessen.csv"\r
                        Content-Type: text/csv\r
                        \r
                        titel;url;licentie;trefwoorden
                        Fazantenhamer hanteren;%s;CC BY 4.0;hout|timmeren
                        \r
                        --grens--\r
                        """.formatted(PUBLISHER.url("/hamer"))))
                .build());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);

        JsonNode preview = seen(json(begun).path("id").asString());

        assertThat(preview.at("/result/ways/0/ground").asString()).isEqualTo("sheet");
        assertThat(preview.at("/result/resources/0/title").asString()).isEqualTo("Fazantenhamer hanteren");
        String id = json(register(preview.path("id").asString(), "Hamerclub"))
                .path("id")
                .asString();
        post("/api/registrations/" + id + "/approve", "{}", administrator());
        String source =
                getJson("/api/partner/registrations/" + id).path("source").asString();
        until("/api/search?source=" + source, found -> found.path("total").asInt() == 1);
        assertThat(getAsAnybody("/partner/registrations/" + id).statusCode()).isEqualTo(200);
        Uploads uploads = TestApplication.context().getBean(Uploads.class);
        assertThat(uploads.documents(new SourceId(source))).isNotEmpty();

        post("/api/partner/registrations/" + id + "/withdraw", "{}", administrator());

        assertThat(uploads.documents(new SourceId(source))).isEmpty();
    }

    @Test
    void aSheetMayBeAWorkbookAndOneThatCannotBeReadSaysWhy() throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (XSSFWorkbook filled = new XSSFWorkbook()) {
            String[][] rows = {
                {"Titel", "URL"},
                {"Korhoenbeitel slijpen", PUBLISHER.url("/beitel").toString()}
            };
            for (String[] cells : rows) {
                Row row = filled.getNumberOfSheets() == 0
                        ? filled.createSheet("Lessen").createRow(0)
                        : filled.getSheetAt(0).createRow(1);
                row.createCell(0).setCellValue(cells[0]);
                row.createCell(1).setCellValue(cells[1]);
            }
            filled.write(book);
        }

        JsonNode preview = sheet("lessen.xlsx", book.toByteArray());
        JsonNode broken = sheet("lessen.xlsx", Arrays.copyOf(book.toByteArray(), book.size() / 2));

        assertThat(preview.at("/result/ways/0/ground").asString()).isEqualTo("sheet");
        assertThat(preview.at("/result/resources/0/title").asString()).isEqualTo("Korhoenbeitel slijpen");
        assertThat(broken.path("state").asString()).isEqualTo("nothing");
        assertThat(broken.toString()).contains("metadata.xlsx: is no workbook that can be read");
    }

    /** What a look at a sheet came to. */
    private static JsonNode sheet(String name, byte[] content) {
        byte[] head = """
                --grens\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(name).getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--grens--\r\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        body.writeBytes(content);
        body.writeBytes(tail);
        HttpResponse<String> begun = send(request("/api/partner/sheets", Optional.empty())
                .header("Content-Type", "multipart/form-data; boundary=grens")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return seen(json(begun).path("id").asString());
    }

    @Test
    void aRefusalNeedsAReasonThatThePartnerReads() {
        String id = json(register(look(PUBLISHER.url("/").toString()).path("id").asString(), "Lasclub"))
                .path("id")
                .asString();

        HttpResponse<String> silent =
                post("/api/registrations/" + id + "/refuse", "{\"comment\": \" \"}", administrator());
        assertThat(json(silent).path("parameter").asString()).isEqualTo("comment");

        post("/api/registrations/" + id + "/refuse", "{\"comment\": \"geen leermateriaal\"}", administrator());
        assertThat(getJson("/api/partner/registrations/" + id)
                        .at("/history/1/comment")
                        .asString())
                .isEqualTo("geen leermateriaal");
        assertThat(mails()).anyMatch(mail -> mail.contains("geen leermateriaal"));
        assertThat(post("/api/registrations/" + id + "/approve", "{}", administrator())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThat(wrong("/api/partner/preview", "{}")).isEqualTo("url");
        assertThat(wrong("/api/partner/preview", "{\"url\": \"file:///etc/passwd\"}"))
                .isEqualTo("url");
        assertThat(wrong("/api/partner/preview", "{\"url\": \"http://user:geheim@example.org/\"}"))
                .isEqualTo("url");
        assertThat(wrong("/api/partner/registrations", "{\"preview\": \"x\"}")).isEqualTo("agreed");
        assertThat(
                        wrong(
                                "/api/partner/registrations",
                                "{\"agreed\": true, \"preview\": \"x\", \"organisation\": \"O\", \"contact\": \"C\", \"email\": \"geen\"}"))
                .isEqualTo("email");
        assertThat(getAsAnybody("/api/partner/registrations/0").statusCode()).isEqualTo(404);
    }

    @Test
    void whatNoVocabularyHasIsNamedAsThePartnerCallsItAndOurFilesAreNot() {
        String preview =
                seen(begun(PUBLISHER.url("/nieuws.xml").toString())).path("id").asString();
        String form = """
                {"preview": "%s", "organisation": "O", "contact": "C", "email": "o@example.org", "agreed": true, %s}""";

        JsonNode trade = json(
                anybody("/api/partner/registrations", form.formatted(preview, "\"trades\": [\"hout\", \"toverij\"]")));
        JsonNode licence =
                json(anybody("/api/partner/registrations", form.formatted(preview, "\"licence\": \"van-mij\"")));

        assertThat(trade.path("parameter").asString()).isEqualTo("trades");
        assertThat(trade.path("detail").asString()).contains("'toverij'").doesNotContain(".yml");
        assertThat(licence.path("parameter").asString()).isEqualTo("licence");
    }

    @Test
    void aBodyThatCannotBeReadIsToldWhereItBreaksAndWhatWasExpected() {
        assertThat(told("/api/partner/preview", "{\"url\": \n  \"x\",, }"))
                .startsWith("body is no JSON: it breaks at line 2, column 7, where this was expected: double-quote");
        assertThat(told("/api/partner/preview", "{\"url\": "))
                .startsWith("body is no JSON: it breaks at line 1, column");
        assertThat(told("/api/partner/preview", "")).startsWith("body is missing");
        assertThat(told("/api/partner/preview", "[]"))
                .startsWith("body has to be an object with nothing behind it at line 1, column");
        assertThat(told("/api/partner/preview", "{\"url\": {\"nl\": \"x\"}}"))
                .startsWith("url has to be a text at line 1");
        assertThat(told("/api/partner/registrations", "{\"way\": \"eerste\"}"))
                .startsWith("way has to be a whole number at line 1, column");
        assertThat(told("/api/partner/registrations", "{\"agreed\": []}")).startsWith("agreed has to be true or false");
        assertThat(told("/api/partner/registrations", "{\"trades\": [{}]}")).startsWith("trades[0] has to be a text");
        assertThat(told("/api/partner/preview", "{\"url\": \"x\"} {}"))
                .startsWith("body has to be an object with nothing behind it");
        assertThat(told("/api/partner/registrations", "{\"audience\": \"leerling\"}"))
                .startsWith("audience has to be a list");
        assertThat(told("/api/partner/preview", "{\"x\": " + "[".repeat(2000))).startsWith("body is nested too deep");
    }

    @Test
    void aFormThatLacksSomethingIsShownAgainWithWhatWasFilledIn() {
        String preview = look(PUBLISHER.url("/").toString()).path("id").asString();

        HttpResponse<String> unticked = form(
                "/partner/registrations",
                "preview=" + preview
                        + "&way=0&organisation=Lasclub+Noord&contact=&email=an%40noord.example&every=168&trades=lassen");
        HttpResponse<String> senseless =
                form("/partner/registrations", "preview=" + preview + "&way=eerste&every=99999999999");

        assertThat(unticked.statusCode()).isEqualTo(200);
        assertThat(unticked.body())
                .contains("Lasclub Noord", "an@noord.example", "role=\"alert\"")
                .containsPattern("value=\"168\"[^>]* selected")
                .containsPattern("value=\"lassen\"[^>]* checked");
        assertThat(senseless.statusCode()).isEqualTo(400);
        for (HttpResponse<String> page : List.of(unticked, senseless, form("/partner/previews", ""))) {
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        }
    }

    private static HttpResponse<String> form(String path, String fields) {
        return send(request(path, Optional.empty())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "nl")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build());
    }

    /** What the problem says, which tells nothing of our own code. */
    private static String told(String path, String body) {
        HttpResponse<String> answer = anybody(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("tools.jackson", "java.", "be.vakoogst", "StreamRead", "Optional");
        return json(answer).path("detail").asString();
    }

    @Test
    void nothingPrivateIsReachableThroughAPreview() {
        JsonNode preview = look("http://10.0.0.1/feed");

        assertThat(preview.path("state").asString()).isEqualTo("nothing");
        assertThat(preview.at("/result/failures/0/reason").asString()).isEqualTo("private-address");
    }

    private static JsonNode look(String url) {
        return seen(begun(url));
    }

    private static String wrong(String path, String body) {
        return json(anybody(path, body)).path("parameter").asString("");
    }

    private static List<String> mails() {
        return TestApplication.database()
                .sql("select body from outgoing_mail")
                .query(String.class)
                .list();
    }
}
