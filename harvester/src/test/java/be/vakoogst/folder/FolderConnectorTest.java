package be.vakoogst.folder;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.publisher.Offered;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderConnectorTest {

    private static final Map<String, Object> BASE = Map.of("baseUrl", "https://bedrijf.example/docs");

    @TempDir
    private Path folder;

    private FolderConnector connector;

    @BeforeEach
    void connect() {
        connector = Folders.connector(folder.resolve("uploads"));
    }

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
                .containsExactly(Reason.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "bestand;titel;kleur|a.txt;Zaag\u00e9;rood",
                "bestand,titel|a.txt,Zaag\u00e9",
                "bestand\ttitel|a.txt\tZaag\u00e9",
                "sep=;|bestand;titel|a.txt;Zaag\u00e9",
                "Bestand;Titel;;titel|a.txt;x;;Zaag\u00e9",
                "\"bestand\",\"titel\"|\"./A.TXT\",\"Zaag\u00e9\""
            })
    void sheetsAreReadAsSpreadsheetsWriteThem(String sheet) throws IOException {
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            Files.writeString(folder.resolve("a.txt"), "tekst");
            Files.write(folder.resolve("metadata.csv"), unescaped(sheet).getBytes(charset));

            Offered offered = whole(folder);

            assertThat(offered.failures()).isEmpty();
            assertThat(titles(offered)).containsExactly("Zaag\u00e9");
        }
    }

    @Test
    void aCellMayHoldLineEndsAndQuotes() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(
                folder.resolve("metadata.csv"),
                "\uFEFFfile;title;description\r\na.txt;A;\"twee\r\nregels; \"\"zo\"\"\"\r\n");

        Item item = whole(folder).items().getFirst();

        assertThat(item.listed().about(Field.DESCRIPTION))
                .extracting(statement -> ((Value.Html) statement.value()).html())
                .containsExactly("twee\r\nregels; \"zo\"");
    }

    @Test
    void aColumnThatSaysNothingIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve("metadata.csv"), "file,title,kleur\na.txt,A,rood\n");

        assertThat(whole(folder).items().getFirst().listed().notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("kleur"));
    }

    @Test
    void whereASheetBreaksOffItsRowsBeforeThatCountAndTheRestIsReadWithoutIt() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve("b.txt"), "b");
        Files.writeString(folder.resolve("metadata.csv"), "file,title\na.txt,Aa\nb.txt,\"Bee\n");

        Offered offered = whole(folder);

        assertThat(titles(offered)).containsExactly("Aa", "b");
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(failure.url().getFragment()).isEqualTo("metadata.csv");
            assertThat(failure.detail()).contains("row 1");
        });
        assertThat(offered.complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "5", "[1,null]", "{\"items\":{}}", "\u0000\u0001"})
    void aJsonSheetThatIsNoneDoesNotKeepTheDocumentsAway(String sheet) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve("metadata.json"), sheet);

        Offered offered = whole(folder);

        assertThat(offered.keys()).containsExactly("a.txt");
        assertThat(offered.failures()).isNotEmpty();
    }

    @Test
    void aRowWithAnAddressOnlyIsAPageToBeAskedFor() throws IOException {
        Files.writeString(folder.resolve("metadata.csv"), "url,title\nhttps://bedrijf.example/les,Les\n");

        assertThat(whole(folder).items()).singleElement().satisfies(item -> {
            assertThat(item.page()).contains(URI.create("https://bedrijf.example/les"));
            assertThat(item.key().value()).isEqualTo("https://bedrijf.example/les");
        });
    }

    @Test
    void aSheetWithinTheOneFolderOfAZipSpeaksOfWhatLiesBesideIt() throws IOException {
        Path zip = zip(Map.of("dossier/metadata.csv", "file,title\nles.txt,De les\n", "dossier/les.txt", "tekst"));

        Offered offered = whole(zip);

        assertThat(offered.keys()).containsExactly("dossier/les.txt");
        assertThat(titles(offered)).containsExactly("De les");
    }

    @Test
    void namesThatLeadOutOfAZipAreRefusedAndTheRestGoesOn() throws IOException {
        Path zip = zip(Map.of("../../etc/cron.d/x.txt", "kwaad", "/etc/y.txt", "kwaad", "goed.txt", "goed"));

        Offered offered = whole(zip);

        assertThat(offered.keys()).containsExactly("goed.txt");
        assertThat(offered.failures())
                .extracting(Failure::reason)
                .containsOnly(Reason.BAD_URL)
                .hasSize(2);
    }

    @Test
    void aBombInAZipCostsThatDocumentOnly() throws IOException {
        Path zip = folder.resolve("bom.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("bom.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 60; megabyte++) {
                out.write(zeros);
            }
            out.putNextEntry(new ZipEntry("goed.txt"));
            out.write("goed".getBytes(StandardCharsets.UTF_8));
        }

        Offered offered = whole(zip);

        assertThat(offered.keys()).containsExactly("goed.txt");
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(failure.detail()).contains("bom.txt");
        });
    }

    @Test
    void aZipThatIsCutOffOrNoneIsSaid() throws IOException {
        byte[] whole = Files.readAllBytes(zip(Map.of("a.txt", "tekst")));
        Path cut = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(whole(cut).failures()).extracting(Failure::reason).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void namesFromOldWindowsAreReadAsTheyWereMeant() throws IOException {
        Path zip = folder.resolve("oud.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("IBM850"))) {
            out.putNextEntry(new ZipEntry("schrijnwerk\u00e9.txt"));
            out.write("tekst".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(whole(zip).keys()).containsExactly("schrijnwerk\u00e9.txt");
    }

    @Test
    void aDocumentBehindALinkThatLeadsOutIsNotThere() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("geheim.txt"), "geheim");
        Files.createSymbolicLink(inner.resolve("map"), folder);
        Files.createSymbolicLink(inner.resolve("kring"), inner);
        Files.writeString(inner.resolve("goed.txt"), "goed");

        assertThat(whole(inner).keys()).containsExactly("goed.txt");
    }

    private Path zip(Map<String, String> documents) throws IOException {
        Path zip = folder.resolve("dossier.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> document : documents.entrySet()) {
                out.putNextEntry(new ZipEntry(document.getKey()));
                out.write(document.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private static String unescaped(String sheet) {
        return sheet.replace('|', '\n').replace("\\t", "\t");
    }

    private static List<String> titles(Offered offered) {
        return offered.items().stream()
                .flatMap(item -> item.listed().about(Field.TITLE))
                .map(statement -> ((Value.Html) statement.value()).html())
                .toList();
    }

    private Offered whole(Path path) {
        return Offered.whole(connector, path.toUri(), BASE);
    }
}
