package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.partner.Partners.anybody;
import static be.vakoogst.partner.Partners.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.standing.Standing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a partner sees of its content after a run in which something went wrong. */
class OwnPageTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static String id = "";
    private static String source = "";

    @BeforeAll
    static void join() {
        PUBLISHER.serves("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Kapclub</title>
                <item><title>Opsteken</title><guid isPermaLink="false">1</guid><description>Haar wassen en knippen in het kapsalon.</description></item>
                <item><guid isPermaLink="false">zonder-titel</guid><link>/leeg</link></item>
                </channel></rss>""");
        PUBLISHER.answersStatus("/leeg", 404);
        JsonNode registration = joined(PUBLISHER.url("/feed"), "Kapclub");
        id = registration.path("id").asString();
        source = registration.path("source").asString();
        until(api("/standing"), standing -> !standing.path("quality").isEmpty());
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void problemsAreGroupedWithCountExampleAndMend() {
        JsonNode problems = getJson(api("/standing")).path("problems");

        assertThat(problems.findValuesAsString("code")).contains("licence", "image");
        assertThat(problems.at("/0/lack").asBoolean()).isFalse();
        assertThat(problems.at("/0/example").asString()).contains("/leeg");
        String page = getAsAnybody("/partner/registrations/" + id).body();
        assertThat(page).contains("/leeg", "creativecommons.org/licenses", "errors.csv");
    }

    @Test
    void everyProblemStandsInTheSheetAndNoneIsAFormula() throws IOException {
        String sheet = getAsAnybody(api("/errors.csv")).body();

        assertThat(sheet.lines()).first().isEqualTo("problem,field,value,url,mend");
        assertThat(sheet).contains("licence,licence,").contains("/leeg").contains("Vermeld ze op elke pagina");
        StringWriter written = new StringWriter();
        TestApplication.context()
                .getBean(ErrorSheet.class)
                .write(
                        reader -> reader.accept(new Standing.Problem(
                                "licence", true, "licence", 1, URI.create("https://a.example/"), Optional.of("=1+1"))),
                        Locale.ENGLISH,
                        written);
        assertThat(written.toString()).contains(",'=1+1,");
    }

    @Test
    void aRunIsAskedForOnceInAWhile() {
        assertThat(anybody(api("/check"), "").statusCode()).isEqualTo(200);
        assertThat(anybody(api("/check"), "").statusCode()).isEqualTo(429);

        until(
                "/api/runs?source=" + source,
                list -> list.findValuesAsString("trigger").contains("partner"));
    }

    @Test
    void onlyARunThatBroughtSomethingIsMailed() {
        await().until(() -> Partners.mailed(id).stream().anyMatch(mail -> mail.contains("1 nieuw")));
        int before = Partners.mailed(id).size();

        harvest(source);

        await().until(() -> noted() == lastRun());
        assertThat(Partners.mailed(id)).hasSize(before);
    }

    @Test
    void anybodyMaySeeAndFollowHowAPublisherDoes() {
        String page = getAsAnybody("/partner/status/" + source).body();
        assertThat(page).contains("Kapclub").doesNotContain("an@example.org", "An Smid", id);

        HttpResponse<String> feed = getAsAnybody("/partner/status/" + source + "/feed");
        assertThat(feed.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("atom"));
        assertThat(feed.body()).contains("<entry>", "Kapclub");
        // RFC 4287 section 4.1.1: a feed without an author is none.
        assertThat(feed.body()).containsPattern("<author>\\s*<name>Kapclub</name>");
        assertThat(getAsAnybody("/partner/status/bestaat-niet").statusCode()).isEqualTo(404);
    }

    @Test
    void allThatIsHeldComesInOneFile() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(request(api("/export"), Optional.empty()).build(), HttpResponse.BodyHandlers.ofByteArray());

        List<String> names = new ArrayList<>();
        String all = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                all += text(zip);
            }
        }
        assertThat(names)
                .contains("registration.json", "mails.json", "source-versions.json", "runs.jsonl", "items.jsonl")
                .anyMatch(name -> name.startsWith("payloads/"));
        assertThat(all).contains("an@example.org", "Opsteken", "connector");
    }

    @Test
    void viewsAndClicksAreCountedPerItemAndTrade() {
        JsonNode item = getJson(api("/items")).at("/items/0");
        String resource = item.path("id").asString();
        getAsAnybody("/resources/" + resource);
        getAsAnybody("/go/" + resource);

        until(
                api("/items"),
                list -> list.at("/items/0/views").asInt() == 1
                        && list.at("/items/0/clicks").asInt() == 1);
        assertThat(getJson(api("/standing")).at("/trades/0/clicks").asInt()).isEqualTo(1);
        assertThat(getAsAnybody("/partner/registrations/" + id + "/items").body())
                .contains("Opsteken");
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String api(String path) {
        return "/api/partner/registrations/" + id + path;
    }

    private static long noted() {
        return TestApplication.database()
                .sql("select run_id from noted_run where registration_id = :id and source_id = :source")
                .param("id", id)
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private static long lastRun() {
        return json(getAsAnybody(api("/standing"))).at("/runs/0/id").asLong();
    }
}
