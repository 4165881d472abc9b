package be.vakoogst.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vakoogst.extract.Extraction;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import be.vakoogst.publisher.Offered;
import be.vakoogst.source.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of good documents of each kind. */
class DocumentExtractorTest {

    private static final Readers READERS = new Readers(DocumentSettings.DEFAULT);
    private static final Source SOURCE = Offered.source("folder", URI.create("https://voorbeeld.be/"), Map.of());
    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor(READERS);

    @AfterAll
    static void close() {
        READERS.close();
    }

    @Test
    void aPdfSaysItsTitleAuthorPagesTextAndLicence() {
        byte[] pdf = Pdf.titled("Veilig werken met de hoekslijper")
                .by("Els Peeters")
                .page("Veilig werken met de hoekslijper", "Kies de juiste schijf.", "Draag een gelaatsscherm.")
                .page("Colofon", "Dit werk valt onder CC BY-SA 4.0.")
                .bytes();

        RawRecord raw = read("/fiches/hoekslijper.pdf", "application/pdf", pdf);

        assertThat(first(raw, Field.TITLE)).isEqualTo("Veilig werken met de hoekslijper");
        assertThat(first(raw, Field.CREATOR)).isEqualTo("Els Peeters");
        assertThat(first(raw, Field.PAGES)).isEqualTo("2");
        assertThat(first(raw, Field.PUBLISHED)).startsWith("2024-03-05T13:00:00");
        assertThat(first(raw, Field.TEXT)).contains("Draag een gelaatsscherm.");
        assertThat(first(raw, Field.LICENCE)).isEqualTo("Dit werk valt onder CC BY-SA 4.0.");
        assertThat(first(raw, Field.DIGEST)).matches("[0-9a-f]{64}");
        assertThat(raw.about(Field.MARK)).isEmpty();
        assertThat(files(raw)).containsExactly("application/pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Microsoft Word - Document1", "untitled.indd", "Naamloos", "scan_0012", "Presentatie2.pptx"})
    void aTitleThatAProgramGaveGivesWayToWhatStandsLargestOnTheFirstPage(String junk) {
        byte[] pdf = Pdf.titled(junk)
                .page("Een dakgoot in zink", "Knippen, plooien en solderen.")
                .bytes();

        assertThat(first(read("/x/9921.pdf", "application/pdf", pdf), Field.TITLE))
                .isEqualTo("Een dakgoot in zink");
    }

    @Test
    void whatStandsLargestIsKeptBesideATitleThatALaterRuleMayCallJunk() {
        byte[] pdf = Pdf.titled("Cursus versie 3 definitief")
                .page("Een dakgoot in zink", "Knippen, plooien en solderen.")
                .bytes();

        RawRecord raw = read("/x/9921.pdf", "application/pdf", pdf);

        assertThat(all(raw, Field.TITLE)).containsSubsequence("Cursus versie 3 definitief", "Een dakgoot in zink");
    }

    @Test
    void aFileNameIsMadeReadableWhereNothingElseIsThere() {
        RawRecord raw = read("/docs/03_veilig-lassen%20TIG.txt", "text/plain", "draad".getBytes());

        assertThat(first(raw, Field.TITLE)).isEqualTo("03 veilig lassen TIG");
    }

    @Test
    void theTitleThatPowerPointGivesIsNoneHoweverItIsWritten() throws IOException {
        RawRecord raw = read("/docs/zinkwerk.ppt", "application/vnd.ms-powerpoint", Office.oldSlides("Dakgoten"));

        assertThat(all(raw, Field.TITLE)).containsExactly("Zinkwerk");
    }

    @Test
    void aScanWithoutTextIsMarked() {
        RawRecord raw = read(
                "/archief/lasboek-1962.pdf",
                "application/pdf",
                Pdf.titled("").scannedPage().scannedPage().bytes());

        assertThat(first(raw, Field.MARK)).isEqualTo("scanned-without-text");
        assertThat(first(raw, Field.PAGES)).isEqualTo("2");
        assertThat(first(raw, Field.TITLE)).isEqualTo("Lasboek 1962");
    }

    @Test
    void aScanIsReadWhereTesseractIsInstalled() throws Exception {
        assumeTrue(new TesseractOCRParser().hasTesseract(), "Tesseract is not installed");

        RawRecord raw = read(
                "/archief/zagen.pdf",
                "application/pdf",
                Pdf.titled("").scannedPage("Handleiding cirkelzaag").bytes());

        assertThat(first(raw, Field.TEXT)).contains("cirkelzaag");
        assertThat(all(raw, Field.MARK)).isEmpty();
        assertThat(raw.notices())
                .anySatisfy(notice -> assertThat(notice.message()).contains("1 of 1 pages"));
    }

    @Test
    void aPackageThatWasZippedWithItsFolderIsReadByItsManifestInItsOwnCharset() {
        byte[] latin = """
                <?xml version="1.0" encoding="ISO-8859-1"?><manifest><metadata><schema>ADL SCORM</schema></metadata>
                <organizations><organization><title>E\u00e9n stelling</title></organization></organizations></manifest>""".getBytes(StandardCharsets.ISO_8859_1);
        byte[] h5p = "\ufeff{\"title\": \"Lasnaden\", \"mainLibrary\": \"H5P.QuestionSet\"}"
                .getBytes(StandardCharsets.UTF_8);

        RawRecord course = read(
                "/a.zip",
                "application/zip",
                new Zip()
                        .with("pakket/imsmanifest.xml", latin)
                        .with("pakket/x.txt", "x")
                        .bytes());
        RawRecord quiz = read("/b.h5p", "", new Zip().with("map/h5p.json", h5p).bytes());

        assertThat(first(course, Field.TITLE)).isEqualTo("E\u00e9n stelling");
        assertThat(all(course, Field.TYPE)).contains("SCORM");
        assertThat(first(quiz, Field.TITLE)).isEqualTo("Lasnaden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'# Werken met een freesmachine\n\nZet de machine uit.' | Werken met een freesmachine",
                "'---\ntitle: Leren lassen\nauthor: Jan\n---\n\nTekst.' | Leren lassen",
                "'Veilig boren\n\nDraag een bril.' | Veilig boren",
                "'Draag een bril.\n\nBoor daarna.' | A"
            })
    void aTextIsCalledAsItsFirstLineSaysWhereThatStandsApart(String text, String title) {
        RawRecord raw = read("/A.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8));

        assertThat(first(raw, Field.TITLE)).isEqualTo(title);
    }

    @Test
    void officeDocumentsOldAndNewAreRead() throws IOException {
        RawRecord word = read("/a.docx", "", Office.word("Document1", "Beton storten", "Tril het beton in lagen."));
        RawRecord slides = read("/a.pptx", "", Office.slides("Les 3: isolatie", "Isoleer zonder koudebruggen"));
        RawRecord oldSlides = read("/a.ppt", "application/vnd.ms-powerpoint", Office.oldSlides("Dakgoten"));
        RawRecord sheet = read("/a.xlsx", "application/octet-stream", Office.sheet("Multiplex 18 mm"));
        RawRecord oldSheet = read("/a.xls", "", Office.oldSheet("Vijzen 5 x 60"));

        assertThat(first(word, Field.TITLE)).isEqualTo("Beton storten");
        assertThat(first(word, Field.CREATOR)).isEqualTo("Els Peeters");
        assertThat(first(word, Field.TEXT)).contains("Tril het beton in lagen.");
        assertThat(first(slides, Field.TITLE)).isEqualTo("Les 3: isolatie");
        assertThat(first(slides, Field.TEXT)).contains("Isoleer zonder koudebruggen");
        assertThat(first(oldSlides, Field.TEXT)).contains("Dakgoten");
        assertThat(first(sheet, Field.TEXT)).contains("Multiplex 18 mm");
        assertThat(first(oldSheet, Field.TEXT)).contains("Vijzen 5 x 60");
    }

    @Test
    void openDocumentRtfAndEpubAreRead() {
        RawRecord odt = read("/a.odt", "application/vnd.oasis.opendocument.text", Packages.odt());
        RawRecord epub = read("/a.epub", "application/epub+zip", Packages.epub());
        RawRecord rtf = read(
                "/a.rtf",
                "application/rtf",
                "{\\rtf1\\ansi{\\info{\\title Verf afbranden}}Schuur tussendoor.\\par}".getBytes());

        assertThat(first(odt, Field.TITLE)).isEqualTo("Vloertegels leggen");
        assertThat(first(odt, Field.TEXT)).contains("Meng de lijm");
        assertThat(first(epub, Field.TITLE)).isEqualTo("Handboek schrijnwerk");
        assertThat(first(epub, Field.CREATOR)).isEqualTo("Jan De Smet");
        assertThat(first(epub, Field.LANGUAGE)).isEqualTo("nl");
        assertThat(first(epub, Field.TEXT)).contains("pen-en-gatverbinding");
        assertThat(first(rtf, Field.TITLE)).isEqualTo("Verf afbranden");
        assertThat(first(rtf, Field.TEXT)).contains("Schuur tussendoor.");
    }

    @Test
    void anH5pSaysItsTitleAuthorsLicenceLanguageAndKind() {
        RawRecord raw = read("/h5p/metselverbanden.h5p", "application/octet-stream", Packages.h5p());

        assertThat(first(raw, Field.TITLE)).isEqualTo("Metselverbanden herkennen");
        assertThat(all(raw, Field.CREATOR)).containsExactly("Sofie Maes");
        assertThat(first(raw, Field.LICENCE)).isEqualTo("CC BY-SA 4.0");
        assertThat(first(raw, Field.LANGUAGE)).isEqualTo("nl");
        assertThat(all(raw, Field.TYPE)).contains("H5P.QuestionSet", "application/x-h5p");
        assertThat(first(raw, Field.TEXT))
                .contains("Welk verband heeft om de andere laag koppen?")
                .doesNotContain("<p>");
    }

    @ParameterizedTest
    @CsvSource({"scorm-1.2,SCORM", "scorm-2004,SCORM", "common-cartridge,IMS Common Cartridge"})
    void aPackagedCourseIsReadByItsManifest(String kind, String type) {
        RawRecord raw = read("/cursus/pakket.zip", "application/zip", Packages.course(kind));

        assertThat(all(raw, Field.TITLE)).contains("Werken op hoogte");
        assertThat(all(raw, Field.DESCRIPTION)).contains("Ladders, steigers en harnassen.");
        assertThat(all(raw, Field.LANGUAGE)).contains("nl");
        assertThat(all(raw, Field.LICENCE)).contains("https://creativecommons.org/licenses/by/4.0/");
        assertThat(all(raw, Field.TYPE)).contains(type);
        assertThat(first(raw, Field.TEXT)).contains("Controleer de ladder voor gebruik.");
    }

    @Test
    void aDossierIsOneResourceWithItsPartsListed() {
        byte[] zip = new Zip()
                .with(
                        "InnoVET XR lassen/Handleiding leerkracht.docx",
                        Office.word("", "XR in de lasles", "Zet de bril op."))
                .with(
                        "InnoVET XR lassen/fiches/fiche 1.pdf",
                        Pdf.titled("x").page("Fiche 1", "Lasdraad kiezen").bytes())
                .with("__MACOSX/._fiche 1.pdf", "rommel")
                .bytes();

        RawRecord raw = read("/dossiers/innovet-xr-lassen.zip", "application/zip", zip);

        assertThat(first(raw, Field.TITLE)).isEqualTo("InnoVET XR lassen");
        assertThat(first(raw, Field.TEXT)).contains("Zet de bril op.", "Lasdraad kiezen");
        assertThat(raw.about(Field.PART).map(Statement::value))
                .extracting(value -> ((Value.Part) value).url().toString())
                .containsExactly(
                        "https://voorbeeld.be/dossiers/innovet-xr-lassen.zip#InnoVET%20XR%20lassen/Handleiding%20leerkracht.docx",
                        "https://voorbeeld.be/dossiers/innovet-xr-lassen.zip#InnoVET%20XR%20lassen/fiches/fiche%201.pdf");
    }

    @Test
    void aBrokenPartOfADossierCostsThatPart() {
        byte[] zip = new Zip()
                .with("goed.txt", "Zo span je een gipsplaat in.")
                .with("stuk.pdf", Hostile.noise("%PDF-1.7\n"))
                .bytes();

        RawRecord raw = read("/dossiers/gips.zip", "application/zip", zip);

        assertThat(first(raw, Field.TEXT)).contains("Zo span je een gipsplaat in.");
        assertThat(raw.notices()).extracting(RawRecord.Notice::message).anyMatch(text -> text.startsWith("stuk.pdf"));
    }

    @Test
    void soundIsReadByItsMetadataOnly() {
        RawRecord raw = read("/podcast/aflevering-3.wav", "audio/wav", Packages.wav(2));

        assertThat(first(raw, Field.TYPE)).startsWith("audio/");
        assertThat(first(raw, Field.TITLE)).isEqualTo("Aflevering 3");
    }

    @Test
    void whatTikaSaysOfASoundIsNoTextOfIt() {
        byte[] sound = new byte[200];
        System.arraycopy("ID3".getBytes(), 0, sound, 0, 3);

        assertThat(all(read("/podcast/aflevering-4.mp3", "audio/mpeg", sound), Field.TEXT))
                .isEmpty();
    }

    @Test
    void modelsAreToldFromOtherFiles() {
        byte[] binary = "glTF\2\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] json = "{\"asset\": {\"version\": \"2.0\"}}".getBytes(StandardCharsets.UTF_8);
        byte[] usdz = new Zip().with("toorts.usdc", "PXR-USDC").bytes();

        assertThat(files(read("/xr/toorts", "application/octet-stream", binary)))
                .containsExactly("model/gltf-binary");
        assertThat(files(read("/xr/toorts.gltf", "model/gltf+json", json))).containsExactly("model/gltf+json");
        assertThat(files(read("/xr/toorts.usdz", "application/octet-stream", usdz)))
                .containsExactly("model/vnd.usdz+zip");
    }

    @Test
    void whatADocumentIsIsToldByItsBytesAndNotByItsNameOrHeader() {
        byte[] word = Office.word("Plan", "Plan", "De muur staat in verband.");

        RawRecord raw = read("/plan.pdf", "text/html", word);

        assertThat(first(raw, Field.TEXT)).contains("De muur staat in verband.");
        assertThat(files(raw))
                .containsExactly("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Test
    void aPageThatCallsItselfAPdfIsNoDocument() {
        assertThat(EXTRACTOR.reads(
                        fetched("/login.pdf", "application/pdf", "<!DOCTYPE html><html><body>Log in".getBytes())))
                .isFalse();
    }

    @Test
    void fromWhatIsKeptTheSameIsReadAgainWithoutTheDocument() {
        Fetched.Fresh fetched = fetched(
                "/fiche.pdf",
                "application/pdf",
                Pdf.titled("Fiche").page("Fiche", "Meet twee keer.").bytes());
        Extraction.Read once = (Extraction.Read) EXTRACTOR.extract(fetched, SOURCE);

        Extraction.Read again = (Extraction.Read) EXTRACTOR.extract(once.kept(), SOURCE);

        assertThat(EXTRACTOR.reads(once.kept())).isTrue();
        assertThat(again.raw()).isEqualTo(once.raw());
    }

    private static RawRecord read(String path, String type, byte[] body) {
        Fetched.Fresh fetched = fetched(path, type, body);
        assertThat(EXTRACTOR.reads(fetched)).as("it is a document").isTrue();
        Extraction extraction = EXTRACTOR.extract(fetched, SOURCE);
        fetched.body().close();
        assertThat(extraction).isInstanceOf(Extraction.Read.class);
        return ((Extraction.Read) extraction).raw();
    }

    private static Fetched.Fresh fetched(String path, String type, byte[] body) {
        return new Fetched.Fresh(
                URI.create("https://voorbeeld.be" + path),
                Body.of(body),
                type,
                Optional.empty(),
                Validators.NONE,
                Map.of());
    }

    private static String first(RawRecord raw, Field field) {
        return all(raw, field).stream().findFirst().orElse("");
    }

    private static List<String> all(RawRecord raw, Field field) {
        return raw.about(field)
                .map(statement -> switch (statement.value()) {
                    case Value.Text(String text) -> text;
                    case Value.Html(String html) -> html;
                    case Value.Who who -> who.name();
                    case Value.Link(URI url) -> url.toString();
                    default -> statement.value().toString();
                })
                .toList();
    }

    private static List<String> files(RawRecord raw) {
        return raw.about(Field.MEDIA)
                .map(statement -> ((Value.File) statement.value()).mediaType().orElse(""))
                .toList();
    }
}
