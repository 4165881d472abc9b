package be.vakoogst.folder;

import be.vakoogst.xml.XmlPull;
import be.vakoogst.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * From a workbook of Excel (XLSX, ECMA-376) to its rows: those of every sheet that names a file or an address, one after the other. It is
 * read as a stream, and nothing of it is calculated. Never throws for what stands in it.
 */
final class Workbook {

    /** Bytes by which {@link #isOne} knows. */
    static final int SIGNATURE = 4;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** A compound file: a workbook with a password, or one of before 2007. */
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Bytes that it may unpack to; the library itself refuses what unpacks to a hundred times its size. */
    static final long MOST_UNPACKED = 50 << 20;

    /** What is held as a tree while it is read: which parts there are. */
    private static final int MOST_OF_PART = 8 << 20;

    private final List<Sheet.Line> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    private Workbook() {}

    /** By how it begins, whatever it is called. */
    static boolean isOne(byte[] start) {
        return Arrays.equals(start, ZIP) || Arrays.equals(start, OLE2);
    }

    static Sheet read(Path file) {
        Workbook workbook = new Workbook();
        workbook.open(file);
        Optional<String> fault = Optional.of(String.join("; ", workbook.faults)).filter(text -> !text.isEmpty());
        return Sheet.of(workbook.lines, fault).with(workbook.passedOver);
    }

    /** The library answers what is malformed with exceptions of many kinds, not all of them declared. */
    private void open(Path file) {
        try {
            Optional<String> refused = refusal(file);
            refused.ifPresent(faults::add);
            if (refused.isEmpty()) {
                try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                    sheets(new XSSFReader(opened, true));
                }
            }
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
            faults.add("is no workbook that can be read: " + firstSentence(e));
        }
    }

    /** The library goes on with advice for who programs. */
    static String firstSentence(Exception e) {
        return String.valueOf(e.getMessage()).split("(?<=\\.) ", 2)[0];
    }

    /** Before anything of it is held in memory. */
    private static Optional<String> refusal(Path file) throws IOException {
        byte[] start = start(file);
        if (Arrays.equals(start, OLE2)) {
            return Optional.of("has a password, or is an .xls of before 2007: save it as .xlsx without a password");
        }
        return Arrays.equals(start, ZIP) ? tooLarge(file) : Optional.of("is no workbook (.xlsx)");
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SIGNATURE);
        }
    }

    private static Optional<String> tooLarge(Path file) throws IOException {
        long size = 0;
        try (ZipSecureFile zip = new ZipSecureFile(file.toFile())) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                long unpacked = size(zip, part, MOST_UNPACKED - size);
                size += unpacked;
                if (size > MOST_UNPACKED || isStructure(part) && unpacked > MOST_OF_PART) {
                    return Optional.of(
                            "unpacks to more than " + (isStructure(part) ? MOST_OF_PART : MOST_UNPACKED) / (1 << 20)
                                    + " MB in " + part.getName());
                }
            }
        }
        return Optional.empty();
    }

    /** Counted, as what an archive says of itself may be a lie. */
    private static long size(ZipSecureFile zip, ZipArchiveEntry part, long most) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(buffer); read >= 0 && size <= most; read = in.read(buffer)) {
                size += read;
            }
            return size;
        }
    }

    /** What the library makes a tree of, whatever we ask of it. */
    private static boolean isStructure(ZipArchiveEntry part) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".rels") || name.equals("[content_types].xml");
    }

    private void sheets(XSSFReader reader) throws IOException, OpenXML4JException, SAXException {
        WorkbookCells cells = new WorkbookCells(
                heard(reader.getSharedStringsData(), new WorkbookStrings()).strings(),
                heard(reader.getStylesData(), new WorkbookStyles()),
                countsFrom1904(reader));
        XSSFReader.SheetIterator sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            try (InputStream in = sheets.next()) {
                sheet(in, new WorkbookRows(sheets.getSheetName(), cells, links(sheets.getSheetPart()), lines));
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            faults.add("has no row below one that names a column 'url' or 'file'"
                    + (passedOver.isEmpty() ? ", and is empty" : ": " + String.join("; ", passedOver)));
        }
    }

    private static WorkbookLinks links(PackagePart sheet) throws IOException, InvalidFormatException, SAXException {
        WorkbookLinks links = WorkbookLinks.of(sheet);
        return links.isEmpty() ? links : heard(sheet.getInputStream(), links);
    }

    private void sheet(InputStream in, WorkbookRows rows) throws IOException {
        try {
            hear(in, rows);
        } catch (SAXException | RuntimeException e) {
            faults.add(rows.brokenBy(e));
        }
        rows.passedOver().ifPresent(passedOver::add);
    }

    /** Nothing that the XML declares or names elsewhere is followed. */
    private static void hear(InputStream in, DefaultHandler handler) throws IOException, SAXException {
        try {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            xml.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform reads XML", e);
        }
    }

    /** The same handler, after it heard a part of the workbook that need not be there. */
    private static <T extends DefaultHandler> T heard(@Nullable InputStream part, T handler)
            throws IOException, SAXException {
        if (part != null) {
            try (part) {
                hear(part, handler);
            }
        }
        return handler;
    }

    /** As workbooks of the first Macs did. */
    private static boolean countsFrom1904(XSSFReader reader) throws IOException, OpenXML4JException {
        try (InputStream in = reader.getWorkbookData()) {
            XmlPull xml = XmlPull.over(XmlText.of(small(in), Optional.empty()));
            for (Optional<String> name = xml.next(); name.isPresent(); name = xml.next()) {
                if (name.get().equals("workbookPr")) {
                    return List.of("1", "true").contains(xml.element().attribute("date1904"));
                }
            }
            return false;
        }
    }

    private static byte[] small(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_OF_PART + 1);
        if (bytes.length > MOST_OF_PART) {
            throw new IOException("its list of sheets is more than " + (MOST_OF_PART >> 20) + " MB");
        }
        return bytes;
    }
}
