package be.vakoogst.folder;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Discovered;
import be.vakoogst.extract.Field;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.publisher.Offered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderConnectorTest {

    private static final Map<String, Object> BASE = Map.of("baseUrl", "https://bedrijf.example/docs");

    @TempDir
    private Path folder;

    private final FolderConnector connector = new FolderConnector();

    @Test
    void documentsAndTheirSheetMakeItems() throws IOException {
        Files.writeString(folder.resolve("lassen.pdf"), "%PDF");
        Files.writeString(folder.resolve("zagen.html"), "<html><title>Zagen</title></html>");
        Files.writeString(
                folder.resolve("metadata.csv"),
                "bestand;titel;trefwoorden\nlassen.pdf;Veilig lassen;lassen|veiligheid\n");

        Offered offered = whole(folder);

        assertThat(offered.keys()).containsExactly("lassen.pdf", "zagen.html");
        assertThat(offered.items().getFirst().url()).hasToString("https://bedrijf.example/docs/lassen.pdf");
        assertThat(offered.items().getFirst().listed().about(Field.KEYWORD)).hasSize(2);
        assertThat(offered.only(Discovered.Found.class).toList().getLast().read())
                .isPresent();
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void aJsonSheetDoesAsWell() throws IOException {
        Files.writeString(
                folder.resolve("metadata.json"),
                "[{\"url\":\"https://bedrijf.example/a\",\"title\":\"A\",\"keywords\":[\"hout\",\"zaag\"]}]");

        assertThat(whole(folder).items().getFirst().listed().about(Field.KEYWORD))
                .hasSize(2);
    }

    @Test
    void aZipIsAFolder() throws IOException {
        Path zip = folder.resolve("dossier.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("map/fiche.txt"));
            out.write("tekst".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(whole(zip).keys()).containsExactly("map/fiche.txt");
    }

    @Test
    void aRowWhoseFileLacksCostsThatRowOnly() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "b");
        Files.writeString(folder.resolve("metadata.csv"), "file,title\nweg.pdf,Weg\nb.txt,B\n");

        Offered offered = whole(folder);

        assertThat(offered.keys()).containsExactly("b.txt");
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(failure.detail()).contains("weg.pdf").contains("row 1");
        });
    }

    @Test
    void nothingOutsideTheFolderIsRead() throws IOException {
        Files.writeString(folder.resolve("geheim.txt"), "geheim");
        Path inner = Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(inner.resolve("link.txt"), folder.resolve("geheim.txt"));
        Files.writeString(inner.resolve("metadata.csv"), "file,title\n../geheim.txt,Geheim\n");

        Offered offered = whole(inner);

        assertThat(offered.items()).isEmpty();
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.NOT_FOUND);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(whole(folder.resolve("weg")).failures())
                .extracting(Failure::reason)
                .containsExactly(Reason.UNREADABLE);
    }

    private Offered whole(Path path) {
        return Offered.whole(connector, path.toUri(), BASE);
    }
}
