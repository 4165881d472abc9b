package be.vakoogst.document.process;

import be.vakoogst.document.DocumentSettings.Limits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.SAXException;

/**
 * Reading of scans by Tesseract, where it is wanted and installed: of pages of which no text could be read, and of pictures that are documents
 * themselves, as many as the time allows. Pictures within documents are never read so.
 *
 * @param languages of ours that it knows, as Tesseract writes them; empty: no reading of scans
 * @param time for one document
 */
record Ocr(String languages, Duration time) {

    private static final Set<String> OURS = Set.of("nld", "fra", "eng", "deu");
    private static final int MOST_CHARACTERS = 120_000;

    /** Dots an inch: what Tesseract is trained on is 300; from 200 on letters of 10 points are read well, in half the time. */
    private static final float SHARPNESS = 200;

    /** Of one page: 20 MB in grey. */
    private static final float MOST_DOTS = 20_000_000;

    private static final float POINTS = 72;

    /** @param text of the pages that were read; {@code notice} says which were not, and why */
    record Scanned(String text, String notice) {}

    static Ocr of(Limits limits) {
        TesseractOCRParser tesseract = new TesseractOCRParser();
        try {
            if (!limits.ocr() || !tesseract.hasTesseract()) {
                return new Ocr("", limits.ocrTime());
            }
            tesseract.setPreloadLangs(true);
            tesseract.initialize(java.util.Map.of());
            TreeSet<String> known = new TreeSet<>(tesseract.getLangs());
            known.retainAll(OURS);
            return new Ocr(String.join("+", known.reversed()), limits.ocrTime());
        } catch (TikaException e) {
            return new Ocr("", limits.ocrTime());
        }
    }

    /** Tika itself reads no scan: it would go on until the document's time is over, and lose all that was read. */
    static void leaveScans(ParseContext context) {
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setExtractInlineImages(false);
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        context.set(PDFParserConfig.class, pdf);
        TesseractOCRConfig scans = new TesseractOCRConfig();
        scans.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, scans);
    }

    boolean reads(String type) {
        return !languages.isEmpty() && (type.equals("application/pdf") || type.startsWith("image/"));
    }

    Scanned read(Path file, String type) {
        long end = System.nanoTime() + time.toNanos();
        StringBuilder text = new StringBuilder();
        try {
            String notice = type.equals("application/pdf") ? pages(file, end, text) : picture(file, end, text);
            return new Scanned(text.toString().strip(), notice);
        } catch (IOException | SAXException | TikaException e) {
            return new Scanned(text.toString().strip(), "reading of scans ended: " + DocumentReader.message(e));
        }
    }

    private String pages(Path file, long end, StringBuilder text) throws IOException, SAXException, TikaException {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()))) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            int pages = document.getNumberOfPages();
            int page = 0;
            while (page < pages && text.length() < MOST_CHARACTERS && end - System.nanoTime() > 0) {
                float sharpness = sharpness(document.getPage(page).getCropBox());
                page(renderer.renderImageWithDPI(page, sharpness, ImageType.GRAY), end, text);
                page++;
            }
            return "read from scans: %d of %d pages".formatted(page, pages);
        }
    }

    private static float sharpness(PDRectangle page) {
        float inches = Math.max(1, page.getWidth() / POINTS) * Math.max(1, page.getHeight() / POINTS);
        return Math.min(SHARPNESS, (float) Math.sqrt(MOST_DOTS / inches));
    }

    private void page(BufferedImage image, long end, StringBuilder text)
            throws IOException, SAXException, TikaException {
        Path picture = Files.createTempFile("page-", ".png");
        try {
            ImageIO.write(image, "png", picture.toFile());
            picture(picture, end, text);
        } finally {
            Files.delete(picture);
        }
    }

    private String picture(Path picture, long end, StringBuilder text) throws IOException, SAXException, TikaException {
        TesseractOCRConfig config = new TesseractOCRConfig();
        config.setLanguage(languages);
        config.setTimeoutSeconds(
                (int) Math.max(1, Duration.ofNanos(end - System.nanoTime()).toSeconds()));
        ParseContext context = new ParseContext();
        context.set(TesseractOCRConfig.class, config);
        Metadata metadata = new Metadata();
        Words words = new Words();
        try (TikaInputStream stream = TikaInputStream.get(picture, metadata)) {
            metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, "image/ocr-png");
            new TesseractOCRParser().parse(stream, words, metadata, context);
        }
        text.append(words.text()).append('\n');
        return "read from a scan";
    }
}
