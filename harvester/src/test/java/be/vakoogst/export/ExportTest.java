package be.vakoogst.export;

import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A copy of the whole is that of one moment, and what changed since can be taken after it. */
class ExportTest {

    private static final int RECORDS = 700;

    @Test
    void whatChangesWhileItIsWrittenIsNeitherMissedNorDoubledNorMixed() {
        List<LearningResource> resources = IntStream.range(0, RECORDS)
                .mapToObj(number -> Resources.from("uitvoer", "Uitvoer " + number))
                .toList();
        accept(resources);
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        ChangeNumber number = TestApplication.context()
                .getBean(Whole.class)
                .write(
                        onFirstByte(
                                written,
                                () -> accept(resources.stream()
                                        .map(resource -> Resources.retitled(resource, resource.title() + " gewijzigd"))
                                        .toList())),
                        CatalogueRecord::passedOn);

        List<String> lines = written.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"uitvoer\""))
                .toList();
        assertThat(lines).hasSize(RECORDS).noneMatch(line -> line.contains("gewijzigd"));
        assertThat(since(number.value()).values())
                .hasSizeGreaterThanOrEqualTo(RECORDS)
                .filteredOn(change -> change.toString().contains("gewijzigd"))
                .hasSize(RECORDS);
    }

    @Test
    void whatIsGoneIsAmongTheChangesWithoutItsContent() {
        LearningResource resource = Resources.from("uitvoerweg", "Uitvoer weg");
        accept(List.of(resource));
        long before = catalogue().latest().value();
        transaction().executeWithoutResult(status -> catalogue().withdraw(List.of(resource.id()), "gone"));

        JsonNode change = since(before).get(resource.id());

        assertThat(change.has("resource")).isFalse();
        assertThat(change.path("number").asLong()).isGreaterThan(before);
        assertThat(json(getAsAnybody("/api/changes?after=-1")).path("parameter").asString())
                .isEqualTo("after");
    }

    @Test
    void theFileSaysOfWhichChangeItIsAndCanBeTakenInPieces() {
        HttpResponse<byte[]> whole = TestApplication.download("/export/catalogue.jsonl.gz");
        assertThat(whole.headers().firstValue("Vakoogst-Change-Number"))
                .hasValueSatisfying(
                        number -> assertThat(whole.headers().firstValue("ETag")).contains("\"" + number + "\""));
        assertThat(whole.headers().firstValue("Content-Type")).contains("application/gzip");

        HttpResponse<String> piece = send(request("/export/catalogue.jsonl.gz", Optional.empty())
                .header("Range", "bytes=0-1")
                .build());
        assertThat(piece.statusCode()).isEqualTo(206);
    }

    private static Map<ResourceId, JsonNode> since(long after) {
        Map<ResourceId, JsonNode> changes = new HashMap<>();
        JsonNode page = json(getAsAnybody("/api/changes?after=" + after));
        while (page.path("more").asBoolean()) {
            page.path("changes")
                    .forEach(change ->
                            changes.put(new ResourceId(change.path("id").asString()), change));
            page = json(getAsAnybody("/api/changes?after=" + page.path("next").asLong()));
        }
        return changes;
    }

    /** Does something in another thread once the first line is written. */
    private static OutputStream onFirstByte(OutputStream out, Runnable once) {
        return new OutputStream() {
            private boolean begun;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!begun) {
                    begun = true;
                    CompletableFuture.runAsync(once).join();
                }
                out.write(bytes, offset, length);
            }
        };
    }

    private static void accept(List<LearningResource> resources) {
        transaction()
                .executeWithoutResult(status -> catalogue()
                        .accept(resources.stream()
                                .map(resource -> new Submission(resource, List.of()))
                                .toList()));
    }

    private static Catalogue catalogue() {
        return TestApplication.context().getBean(Catalogue.class);
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class));
    }
}
