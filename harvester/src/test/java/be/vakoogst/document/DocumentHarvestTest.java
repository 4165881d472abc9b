package be.vakoogst.document;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.Vakoogst;
import be.vakoogst.cli.CommandLineInterface;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents and players in a harvest from the command line, as an operator tries a source. */
class DocumentHarvestTest {

    private final Publisher publisher = new Publisher();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void badDocumentsEndWithUrlStageAndReasonAndTheRestGoesOn() {
        publisher.serves(
                "/goed.pdf",
                "application/pdf",
                Pdf.titled("Goed").page("Goed", "Meet twee keer.").bytes());
        publisher.serves(
                "/slot.pdf", "application/pdf", Pdf.titled("Slot").page("Slot").lockedWith("geheim"));
        publisher.serves("/half.docx", "", Hostile.firstHalf(Office.word("Half", "Half", "Een zin")));
        publisher.serves(
                "/bom.zip",
                "application/zip",
                new Zip().withSpaces("leeg.txt", 50).bytes());
        publisher.serves("/leeg.pdf", "application/pdf", new byte[0]);
        publisher.servesBomb("/reus.pdf", "application/pdf", 101 << 20);
        publisher.serves("/geen.pdf", "application/pdf", "Dit is geen PDF.");
        listed("goed.pdf", "slot.pdf", "half.docx", "bom.zip", "leeg.pdf", "reus.pdf", "geen.pdf");

        int code = harvest();

        assertThat(code).isEqualTo(1);
        assertThat(lines("records"))
                .extracting(record -> record.path("title").asString())
                .containsExactly("Goed");
        assertThat(lines("failures")
                        .collect(Collectors.toMap(
                                failure -> failure.path("url").asString().replaceFirst(".*/", ""),
                                failure -> failure.path("stage").asString() + " "
                                        + failure.path("reason").asString())))
                .isEqualTo(Map.of(
                        "slot.pdf", "extract encrypted",
                        "half.docx", "extract unreadable",
                        "bom.zip", "extract bomb",
                        "leeg.pdf", "fetch empty",
                        "geen.pdf", "extract wrong-type",
                        "reus.pdf", "fetch too-large"));
    }

    @Test
    void aScanIsMarkedInTheRecord() {
        publisher.serves(
                "/lasboek.pdf",
                "application/pdf",
                Pdf.titled("Lasboek").scannedPage().bytes());
        listed("lasboek.pdf");

        harvest();

        JsonNode record = lines("records").findFirst().orElseThrow();
        assertThat(record.path("marks").values())
                .extracting(JsonNode::asString)
                .containsExactly("scanned-without-text");
        assertThat(record.path("pages").asInt()).isEqualTo(1);
        assertThat(record.path("sha256").asString()).hasSize(64);
    }

    @Test
    void anH5pIsAnExerciseWithItsLicence() {
        publisher.serves("/verbanden.h5p", "application/octet-stream", Packages.h5p());
        listed("verbanden.h5p");

        harvest();

        JsonNode record = lines("records").findFirst().orElseThrow();
        assertThat(record.path("title").asString()).isEqualTo("Metselverbanden herkennen");
        assertThat(record.path("resourceTypes").values())
                .extracting(JsonNode::asString)
                .contains("oefening", "interactief-h5p");
        assertThat(record.at("/licence/uri").asString()).isEqualTo("https://creativecommons.org/licenses/by-sa/4.0/");
    }

    @Test
    void theDocumentOfAnEntryWithoutPageIsRead() {
        publisher.serves(
                "/fiche.pdf",
                "application/pdf",
                Pdf.titled("x").page("Fiche", "Soldeer de goot.").bytes());
        publisher.serves("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Fiches</title><item><title>Dakgoot solderen</title>
                <guid isPermaLink="false">f1</guid><enclosure url="%s" type="application/pdf" length="1"/></item></channel></rss>""".formatted(publisher.url("/fiche.pdf")));

        harvest("/feed");

        JsonNode record = lines("records").findFirst().orElseThrow();
        assertThat(record.path("title").asString()).isEqualTo("Dakgoot solderen");
        assertThat(record.path("fullText").asString()).contains("Soldeer de goot.");
    }

    @Test
    void aPlayerPageAsksItsOembedAddressOnlyWhereItShowsNoPlayer() {
        publisher.serves("/kijk.html", "text/html", page("""
                <link rel="alternate" type="application/json+oembed" href="/oembed?url=kijk">"""));
        publisher.serves("/toont.html", "text/html", page("""
                <link rel="alternate" type="application/json+oembed" href="/oembed?url=toont">
                <meta property="og:video" content="/speler/2">"""));
        publisher.serves("/oembed?url=kijk", "application/json", """
                {"version": "1.0", "type": "video", "title": "Bloeddruk meten", "author_name": "Zorgkanaal", "duration": 245,
                 "html": "<iframe src='/speler/1' allowfullscreen></iframe>"}""");
        listed("kijk.html", "toont.html");

        harvest();

        JsonNode record = lines("records")
                .filter(line -> line.path("url").asString().endsWith("kijk.html"))
                .findFirst()
                .orElseThrow();
        assertThat(record.path("duration").asString()).isEqualTo("PT4M5S");
        assertThat(record.at("/media/0/url").asString()).endsWith("/speler/1");
        assertThat(record.at("/media/0/role").asString()).isEqualTo("embed");
        assertThat(record.path("resourceTypes").values())
                .extracting(JsonNode::asString)
                .contains("video");
        assertThat(publisher.requestsTo("/oembed?url=toont")).isZero();
    }

    @Test
    void anImmersivePageIsXrWhateverItCallsItselfBesides() {
        publisher.serves("/xr.html", "text/html", page("""
                <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article", "name": "De lashelm"}</script>
                <model-viewer src="lashelm.glb" ar></model-viewer>"""));
        listed("xr.html");

        harvest();

        JsonNode record = lines("records").findFirst().orElseThrow();
        assertThat(record.path("resourceTypes").values())
                .extracting(JsonNode::asString)
                .contains("xr", "artikel");
        assertThat(record.path("media").values())
                .extracting(media -> media.path("mediaType").asString())
                .contains("model/gltf-binary");
    }

    private static String page(String head) {
        return "<!doctype html><html lang=\"nl\"><head><title>Een filmpje over het vak</title>" + head
                + "</head><body><h1>Een filmpje over het vak</h1></body></html>";
    }

    private void listed(String... names) {
        publisher.serves(
                "/sitemap.xml",
                "application/xml",
                Stream.of(names)
                        .map(name -> "<url><loc>" + publisher.url("/" + name) + "</loc></url>")
                        .collect(Collectors.joining(
                                "", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "</urlset>")));
    }

    private int harvest() {
        return harvest("/sitemap.xml");
    }

    private int harvest(String path) {
        return CommandLineInterface.run(
                Vakoogst.class,
                Map.of("VAKOOGST_ALLOW_PRIVATE", "127.0.0.1", "VAKOOGST_CONFIG", "../config"),
                "harvest",
                publisher.url(path).toString(),
                "--dry-run",
                "--delay=0s",
                "--concurrency=8",
                "--out=" + folder.resolve("records"),
                "--failures=" + folder.resolve("failures"));
    }

    private Stream<JsonNode> lines(String file) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
            return lines.stream().map(JsonMapper.shared()::readTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
