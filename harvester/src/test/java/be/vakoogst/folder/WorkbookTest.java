package be.vakoogst.folder;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Value;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.publisher.Offered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of Excel as publishers save them, and as somebody would who means harm. */
class WorkbookTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";

    @TempDir
    private Path folder;

    private FolderConnector connector;

    @BeforeEach
    void connect() {
        connector = Folders.connector(folder.resolve("uploads"));
    }

    @Test
    void aWorkbookIsReadAsTheSameSheetInCsvWouldBe() throws IOException {
        Files.writeString(folder.resolve("lassen.pdf"), "%PDF");
        save(book -> {
            fill(book.createSheet("Lessen"), "Bestand", "URL", "Titel", "Trefwoorden", "Kleur");
            fill(book.getSheetAt(0), "lassen.pdf", "", "Veilig lassen", "lassen|veiligheid", "rood");
            fill(book.getSheetAt(0), "", "https://bedrijf.example/zagen", "Zagen", "", "");
        });

        Offered offered = offered();

        assertThat(offered.failures()).isEmpty();
        assertThat(titles(offered)).containsExactly("Veilig lassen", "Zagen");
        assertThat(offered.items().getFirst().listed().about(Field.KEYWORD)).hasSize(2);
        assertThat(notices(offered)).containsExactly("the column 'kleur' says nothing to us");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void datesNumbersAndResultsOfFormulasAreReadAsPeopleSeeThem() throws IOException {
        save(book -> {
            Sheet sheet = book.createSheet("Lessen");
            fill(sheet, "url", "titel", "datum", "modified", "duur");
            fill(sheet, "https://bedrijf.example/1");
            Row row = sheet.getRow(1);
            row.createCell(1).setCellValue(2026);
            dated(row.createCell(2), "d/mm/yy").setCellValue(LocalDate.of(2026, 3, 1));
            dated(row.createCell(3), "[$-813]d mmmm yyyy\\ h:mm").setCellValue(LocalDateTime.of(2026, 3, 1, 13, 30));
            dated(row.createCell(4), "h:mm").setCellValue(0.03125);
            fill(sheet, "https://bedrijf.example/2");
            sheet.getRow(2).createCell(1).setCellFormula("\"Les \"&7");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        Offered offered = offered();

        assertThat(offered.failures()).isEmpty();
        assertThat(titles(offered)).containsExactly("2026", "Les 7");
        assertThat(said(offered, Field.PUBLISHED)).containsExactly("2026-03-01");
        assertThat(said(offered, Field.MODIFIED)).containsExactly("2026-03-01T13:30");
        assertThat(said(offered, Field.DURATION)).containsExactly("PT45M");
    }

    @Test
    void wordsThatLeadSomewhereStandForTheAddressTheyLeadTo() throws IOException {
        save(book -> {
            Sheet sheet = book.createSheet("Lessen");
            fill(sheet, "url", "titel", "afbeelding", "licentie");
            fill(sheet, "Naar de les", "Zagen", "foto", "CC BY 4.0");
            fill(sheet, "https://bedrijf.example/schaven", "Schaven", "", "");
            fill(sheet, "", "Boren", "", "");
            fill(sheet, "", "Lijmen", "", "");
            fill(sheet, "Schrijf ons", "Vragen", "", "");
            leads(sheet, "A2", "https://bedrijf.example/zagen?a=1&b=2");
            leads(sheet, "C2", "https://bedrijf.example/zagen.jpg");
            leads(sheet, "D2", "https://bedrijf.example/voorwaarden");
            leads(sheet, "A3", "https://bedrijf.example/elders");
            leads(sheet, "B4", "https://bedrijf.example/boren");
            sheet.getRow(4).createCell(0).setCellFormula("HYPERLINK(\"https://bedrijf.example/lijmen\",\"Les\")");
            leads(sheet, "A6", "mailto:an@bedrijf.example");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        Offered offered = offered();

        assertThat(offered.items())
                .extracting(item -> item.url().toString())
                .containsExactly(
                        "https://bedrijf.example/zagen?a=1&b=2",
                        "https://bedrijf.example/schaven",
                        "https://bedrijf.example/boren",
                        "https://bedrijf.example/lijmen");
        assertThat(titles(offered)).containsExactly("Zagen", "Schaven", "Boren", "Lijmen");
        assertThat(said(offered, Field.LICENCE)).containsExactly("CC BY 4.0");
        assertThat(offered.items().getFirst().listed().about(Field.IMAGE))
                .singleElement()
                .asString()
                .contains("https://bedrijf.example/zagen.jpg");
        assertThat(offered.failures()).singleElement().asString().contains("row 6", "Schrijf ons");
    }

    @Test
    void titlesThatLeadSomewhereNeedNoColumnOfAddresses() throws IOException {
        save(book -> {
            Sheet sheet = book.createSheet("Lessen");
            fill(sheet, "Onze lessen");
            fill(sheet, "Titel", "Omschrijving");
            fill(sheet, "Zagen", "Met de lintzaag");
            leads(sheet, "A1", "https://bedrijf.example/");
            leads(sheet, "A3", "https://bedrijf.example/zagen");
        });

        Offered offered = offered();

        assertThat(offered.failures()).isEmpty();
        assertThat(offered.keys()).containsExactly("https://bedrijf.example/zagen");
        assertThat(titles(offered)).containsExactly("Zagen");
    }

    private static void leads(Sheet sheet, String cell, String address) {
        Hyperlink link = sheet.getWorkbook()
                .getCreationHelper()
                .createHyperlink(address.startsWith("mailto:") ? HyperlinkType.EMAIL : HyperlinkType.URL);
        link.setAddress(address);
        CellReference place = new CellReference(cell);
        sheet.getRow(place.getRow()).getCell(place.getCol()).setHyperlink(link);
    }

    @Test
    void daysOfOldMacsAreCountedFrom1904() throws IOException {
        save(book -> {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            fill(book.createSheet("Lessen"), "url", "titel", "datum");
            fill(book.getSheetAt(0), "https://bedrijf.example/1", "Les");
            dated(book.getSheetAt(0).getRow(1).createCell(2), "yyyy-mm-dd").setCellValue(1);
        });

        assertThat(said(offered(), Field.PUBLISHED)).containsExactly("1904-01-02");
    }

    @Test
    void everySheetCountsThatNamesItsColumnsAndWhatIsForPeopleIsPassedOver() throws IOException {
        save(book -> {
            fill(book.createSheet("Uitleg"), "Vul de volgende bladen in.");
            Sheet wood = book.createSheet("Hout");
            fill(wood, "Lessen van de houtafdeling");
            wood.createRow(1);
            fill(wood, "titel", "link");
            fill(wood, "Zagen", "https://bedrijf.example/zagen");
            fill(book.createSheet("Metaal"), "url", "title");
            fill(book.getSheet("Metaal"), "https://bedrijf.example/lassen", "Lassen");
        });

        Offered offered = offered();

        assertThat(offered.failures()).isEmpty();
        assertThat(titles(offered)).containsExactly("Zagen", "Lassen");
        assertThat(notices(offered)).singleElement().asString().contains("'Uitleg'");
    }

    @Test
    void aCellThatCannotBeReadIsNamedAndCostsNothingElse() throws IOException {
        save(book -> {
            Sheet sheet = book.createSheet("Lessen");
            fill(sheet, "url", "titel", "omschrijving");
            fill(sheet, "https://bedrijf.example/1", "Fout");
            sheet.getRow(1).createCell(2).setCellErrorValue((byte) 0x2A);
            fill(sheet, "https://bedrijf.example/2", "Onberekend");
            sheet.getRow(2).createCell(2).setCellFormula("A1");
            fill(sheet, "geen adres", "Verkeerd");
            fill(sheet, "https://bedrijf.example/4", "Goed", "Met uitleg");
        });

        Offered offered = offered();

        assertThat(titles(offered)).containsExactly("Fout", "Onberekend", "Goed");
        assertThat(notices(offered))
                .satisfiesExactly(
                        error -> assertThat(error).contains("C2").contains("#N/A"),
                        formula -> assertThat(formula).contains("C3").contains("formula without its result"));
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.BAD_URL);
            assertThat(failure.detail()).contains("metadata.xlsx", "sheet 'Lessen', row 4", "geen adres");
        });
    }

    @Test
    void whereASheetBreaksOffItsRowsBeforeThatAndTheOtherSheetsCount() throws IOException {
        byte[] book = book(made -> {
            for (String name : List.of("Een", "Twee")) {
                fill(made.createSheet(name), "url", "titel");
                fill(made.getSheet(name), "https://bedrijf.example/" + name, name);
                fill(made.getSheet(name), "https://bedrijf.example/b" + name, "b" + name);
            }
        });
        write(changed(book, SHEET, xml -> xml.substring(0, xml.indexOf("<row r=\"3\"") + 14)));

        Offered offered = offered();

        assertThat(titles(offered)).containsExactly("Een", "Twee", "bTwee");
        assertThat(fault(offered)).contains("metadata.xlsx", "sheet 'Een' breaks behind row 2");
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void anEmptyWorkbookAndOneWithoutAHeaderSayWhatTheyLack() throws IOException {
        save(book -> book.createSheet("Leeg"));
        assertThat(fault(offered())).contains("is empty");

        save(book -> fill(book.createSheet("Lijst"), "Zagen", "https://bedrijf.example/zagen"));
        assertThat(fault(offered())).contains("the sheet 'Lijst' names no column 'url' or 'file'");
    }

    @Test
    void whatIsNoWorkbookOrHasAPasswordOrIsCutOffIsSaidAndTheDocumentsBesideAreRead() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "tekst");
        byte[] book = lessons();

        write("geen zip".getBytes(StandardCharsets.UTF_8));
        assertThat(fault(offered())).contains("is no workbook (.xlsx)");
        write(Arrays.copyOf(book, book.length / 2));
        assertThat(fault(offered())).contains("is no workbook that can be read");
        write(zip(Map.of("a.txt", "iets anders".getBytes(StandardCharsets.UTF_8))));
        assertThat(fault(offered())).contains("is no workbook that can be read");
        write(withPassword(book));
        assertThat(fault(offered())).contains("password");
        assertThat(offered().keys()).containsExactly("a.txt");
    }

    @Test
    void aWorkbookThatIsCalledCsvIsReadAllTheSame() throws IOException {
        Files.write(folder.resolve("metadata.csv"), lessons());

        assertThat(titles(offered())).containsExactly("Zagen");
    }

    @Test
    void noEntityIsFollowedAndNoneGrows() throws IOException {
        Path secret = Files.writeString(Files.createTempDirectory("geheim").resolve("geheim.txt"), "GEHEIM");
        for (String declared : List.of(
                "<!ENTITY zagen SYSTEM \"" + secret.toUri() + "\">",
                "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY zagen \"&b;&b;&b;&b;\">")) {
            for (String part : List.of(STRINGS, SHEET, "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml")) {
                write(changed(
                        lessons(),
                        part,
                        xml -> xml.replaceFirst(
                                        "(<\\?xml[^>]*\\?>)?", "<!DOCTYPE x [" + declared.replace("\\", "/") + "]>")
                                .replace("Zagen", "&zagen;")));

                Offered offered = offered();

                assertThat(titles(offered))
                        .as(part)
                        .noneMatch(title -> title.contains("GEHEIM") || title.contains("aa"));
                if (part.equals(STRINGS)) {
                    assertThat(fault(offered)).isNotEmpty();
                }
            }
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsOpened() throws IOException {
        String spaces = " ".repeat(60 << 20);
        for (String part : List.of(SHEET, STRINGS, "xl/media/foto.png", "[Content_Types].xml")) {
            write(changed(lessons(), part, xml -> xml + spaces));

            assertThat(fault(offered())).as(part).containsAnyOf("unpacks to more than", "Zip bomb");
        }
    }

    @Test
    void aStringThatStandsInCountlessCellsDoesNotFillTheMemory() throws IOException {
        String rows = new Random(1)
                .longs(3_000)
                .mapToObj(any -> "<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>4</v></c><c><v>" + any + "</v></c></row>")
                .collect(Collectors.joining());
        byte[] book = changed(
                changed(lessons(), SHEET, xml -> xml.replace("</sheetData>", rows + "</sheetData>")),
                STRINGS,
                xml -> xml.replace("</sst>", "<si><t>" + "a;".repeat(16_000) + "</t></si></sst>"));
        write(book);

        assertThat(fault(offered())).contains("MB of text");
    }

    @Test
    void placesAndStringsThatCannotBeAreNamed() throws IOException {
        for (String cell :
                List.of("<c r=\"ZZZZZZZ9\" t=\"s\"><v>0</v></c>", "<c r=\"A9\" t=\"s\" s=\"x\"><v>0</v></c>")) {
            write(changed(lessons(), SHEET, xml -> xml.replace("</sheetData>", "<row>" + cell + "</row></sheetData>")));
            assertThat(fault(offered())).contains("sheet 'Lessen' breaks behind row 2");
            assertThat(titles(offered())).containsExactly("Zagen");
        }
        for (String value : List.of("2000000000", "-1", "x")) {
            write(changed(
                    lessons(),
                    SHEET,
                    xml -> xml.replace(
                            "</sheetData>",
                            "<row><c t=\"inlineStr\"><is><t>https://bedrijf.example/b</t></is></c><c t=\"s\"><v>"
                                    + value + "</v></c></row></sheetData>")));
            assertThat(notices(offered())).singleElement().asString().contains("B3");
        }
    }

    @Test
    void countlessRowsAreReadAndThatThereAreMoreIsSaid() throws IOException {
        String rows = IntStream.rangeClosed(3, Shelf.MOST_DOCUMENTS + 2)
                .mapToObj(row -> "<row r=\"" + row + "\"><c r=\"A" + row
                        + "\" t=\"inlineStr\"><is><t>https://bedrijf.example/" + row + "</t></is></c></row>")
                .collect(Collectors.joining());
        write(changed(lessons(), SHEET, xml -> xml.replace("</sheetData>", rows + "</sheetData>")));

        Offered offered = offered();

        assertThat(offered.keys()).hasSize(Shelf.MOST_DOCUMENTS);
        assertThat(fault(offered)).contains("breaks behind row 100001", "more than 100000 rows");
    }

    private static byte[] lessons() throws IOException {
        return book(book -> {
            fill(book.createSheet("Lessen"), "url", "titel");
            fill(book.getSheetAt(0), "https://bedrijf.example/zagen", "Zagen");
        });
    }

    private static byte[] book(Consumer<XSSFWorkbook> filled) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            filled.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private void save(Consumer<XSSFWorkbook> filled) throws IOException {
        write(book(filled));
    }

    private void write(byte[] book) throws IOException {
        Files.write(folder.resolve("metadata.xlsx"), book);
    }

    /** One row more. */
    private static void fill(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                row.createCell(column).setCellValue(cells[column]);
            }
        }
    }

    private static Cell dated(Cell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }

    /** The same archive with one part otherwise. */
    private static byte[] changed(byte[] book, String part, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        parts.put(part, change.apply(before).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] withPassword(byte[] book) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var inside = encryptor.getDataStream(file)) {
                inside.write(book);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static String fault(Offered offered) {
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.UNREADABLE);
        return String.valueOf(offered.failures().getFirst().detail());
    }

    private static List<String> titles(Offered offered) {
        return said(offered, Field.TITLE);
    }

    private static List<String> said(Offered offered, Field field) {
        return offered.items().stream()
                .flatMap(item -> item.listed().about(field))
                .map(statement -> statement.value() instanceof Value.Html html
                        ? html.html()
                        : ((Value.Text) statement.value()).text())
                .toList();
    }

    private static List<String> notices(Offered offered) {
        return offered.items().stream()
                .flatMap(item -> item.listed().notices().stream())
                .map(RawRecord.Notice::message)
                .toList();
    }

    private Offered offered() {
        return Offered.whole(connector, folder.toUri(), Map.of("baseUrl", "https://bedrijf.example/docs"));
    }
}
