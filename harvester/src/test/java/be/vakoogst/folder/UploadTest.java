package be.vakoogst.folder;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Documents uploaded to the whole application, harvested, read by anybody, and gone again. */
class UploadTest {

    private static final String BOUNDARY = "grens";

    @Test
    void uploadedDocumentsAndTheirSheetBecomeRecordsThatAnybodyCanOpen() throws IOException {
        make("opgeladen");
        HttpResponse<String> taken = upload(
                "opgeladen",
                "",
                "map.zip",
                zip(Map.of(
                        "metadata.csv",
                        "bestand;titel\n50% korting nu.txt;Zwaluwstaartverbinding frezen\n",
                        "50% korting nu.txt",
                        "Een zwaluwstaart frees je met de bovenfrees.",
                        "__MACOSX/x",
                        "rommel")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(json(taken).path("kept").size()).isEqualTo(2);

        JsonNode run = harvest("opgeladen");

        assertThat(run.at("/counts/fresh").asInt(run.at("/counts/new").asInt())).isEqualTo(1);
        URI url = URI.create(item(run).path("url").asString());
        assertThat(url.toString()).contains("/documents/opgeladen?name=50%25%20korting%20nu.txt");
        HttpResponse<String> document = getAsAnybody(url.getRawPath() + "?" + url.getRawQuery());
        assertThat(document.body()).contains("bovenfrees");
        assertThat(document.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(getAsAnybody("/documents/opgeladen?name=metadata.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatAnUploadReplacesIsGoneFromTheNextRunOn() throws IOException {
        make("vervangen");
        upload("vervangen", "", "oud.txt", bytes("Een oude tekst over lassen."));
        harvest("vervangen");
        assertThat(getAsAnybody("/documents/vervangen?name=oud.txt").statusCode())
                .isEqualTo(200);

        upload("vervangen", "?replace=true", "nieuw.txt", bytes("Een heel ander verhaal: brood bakken met desem."));

        assertThat(getJson("/api/sources/vervangen/documents")
                        .at("/documents/0/name")
                        .asString())
                .isEqualTo("nieuw.txt");
        assertThat(getAsAnybody("/documents/vervangen?name=oud.txt").statusCode())
                .isEqualTo(404);
        harvest("vervangen");
        assertThat(getAsAnybody("/documents/vervangen?name=nieuw.txt").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../buiten.txt",
                "/etc/buiten.txt",
                "C:\\buiten.txt",
                "a/../../buiten.txt",
                "b\u0000.txt",
                "a//b.txt"
            })
    void anArchiveWithANameThatLeadsOutIsRefusedWhole(String name) throws IOException {
        make("vijandig");
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("goed.txt", "goed");
        entries.put(name, "kwaad");

        HttpResponse<String> refused = upload("vijandig", "", "vijandig.zip", zip(entries));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("parameter").asString()).isEqualTo("file");
        assertThat(getJson("/api/sources/vijandig/documents").path("documents").size())
                .isZero();
    }

    @Test
    void aBombIsRefusedWhole() throws IOException {
        make("bommenwerper");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bomb)) {
            out.putNextEntry(new ZipEntry("bom.txt"));
            for (int megabyte = 0; megabyte < 60; megabyte++) {
                out.write(new byte[1 << 20]);
            }
        }

        HttpResponse<String> refused = upload("bommenwerper", "", "bom.zip", bomb.toByteArray());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).path("detail").asString()).contains("bom.txt");
        assertThat(getJson("/api/sources/bommenwerper/documents")
                        .path("documents")
                        .size())
                .isZero();
    }

    @Test
    void aCourseIsOneDocumentAndWhatIsNoZipIsSaid() throws IOException {
        make("cursus");
        upload("cursus", "", "les.zip", zip(Map.of("imsmanifest.xml", "<manifest/>")));
        assertThat(getJson("/api/sources/cursus/documents")
                        .at("/documents/0/name")
                        .asString())
                .isEqualTo("les.zip");

        HttpResponse<String> none = upload("cursus", "", "stuk.zip", bytes("PK\u0003\u0004 en dan niets"));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(json(none).path("detail").asString()).contains("stuk.zip");
    }

    @Test
    void aSourceThatIsReadElsewhereTakesNoDocuments() {
        post("/api/sources", source("elders", "{type: feed, url: \"https://elders.example/feed\"}"), administrator());

        assertThat(upload("elders", "", "a.txt", bytes("a")).statusCode()).isEqualTo(409);
        assertThat(upload("bestaat-niet", "", "a.txt", bytes("a")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUploadBeyondTheLimitIsToldTheLimitWhetherItSaysItsSizeBeforeOrNot(boolean announced) {
        make("te-groot");
        byte[] body = multipart("groot.txt", new byte[4 << 20]);

        HttpResponse<String> refused =
                sendParts("/api/sources/te-groot/documents", "application/json", announced, body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).path("detail").asString()).contains("3 MB");

        HttpResponse<String> page = sendParts("/operate/sources/te-groot/documents", "text/html", announced, body);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(413);
        assertThat(page.body()).contains("operate.css").contains("3 MB").doesNotContain("Tomcat");
        assertThat(getJson("/api/sources/te-groot/documents").path("documents").size())
                .isZero();
    }

    @Test
    void aWholeFolderOfDocumentsWithLongNamesIsTaken() {
        make("veel");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int number = 0; number < 200; number++) {
            body.writeBytes(part(("é".repeat(90) + "/").repeat(3) + number + ".txt", bytes("Les " + number)));
        }
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));

        HttpResponse<String> taken =
                sendParts("/api/sources/veel/documents", "application/json", true, body.toByteArray());

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(json(taken).path("kept").size()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1001, 10", "1, 9000"})
    void moreDocumentsOrLongerNamesThanAnUploadMayHaveAreToldSo(int parts, int nameLength) {
        make("te-veel");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int number = 0; number < parts; number++) {
            body.writeBytes(part("x".repeat(nameLength) + ".txt", bytes("Les")));
        }
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));

        HttpResponse<String> refused =
                sendParts("/api/sources/te-veel/documents", "application/json", true, body.toByteArray());
        HttpResponse<String> page =
                sendParts("/operate/sources/te-veel/documents", "text/html", true, body.toByteArray());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).path("detail").asString()).contains("1,000");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(413);
        assertThat(page.body()).contains("operate.css").doesNotContain("Tomcat");
    }

    @Test
    void anUploadThatBreaksOffIsABadRequest() {
        make("afgebroken");

        HttpResponse<String> refused = sendParts(
                "/api/sources/afgebroken/documents", "application/json", true, part("a.txt", bytes("Halverwege")));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static JsonNode item(JsonNode run) {
        return getJson("/api/runs/" + run.path("id").asLong() + "/items").at("/items/0");
    }

    private static void make(String id) {
        post("/api/sources", source(id, "{type: folder, url: \"upload:/\"}"), administrator());
    }

    private static String source(String id, String connector) {
        return "id: %s\nname: %s\nkind: company\nconnector: %s\n".formatted(id, id, connector);
    }

    private static HttpResponse<String> upload(String source, String query, String name, byte[] content) {
        return sendParts("/api/sources/" + source + "/documents" + query, "*/*", true, multipart(name, content));
    }

    private static HttpResponse<String> sendParts(String path, String accept, boolean announced, byte[] body) {
        return send(request(path, Optional.of(administrator()))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", accept)
                .POST(
                        announced
                                ? HttpRequest.BodyPublishers.ofByteArray(body)
                                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());
    }

    private static byte[] multipart(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(name, content));
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] part(String name, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n\r\n"));
        part.writeBytes(content);
        part.writeBytes(bytes("\r\n"));
        return part.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(bytes(entry.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
