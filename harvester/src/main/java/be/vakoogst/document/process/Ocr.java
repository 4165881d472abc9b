package be.vakoogst.document.process;

import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParserConfig;

/**
 * Reading of scans by Tesseract, where it is wanted and installed. Pictures within documents are never read so: only pages without text, and
 * pictures that are documents themselves.
 *
 * @param languages of ours that it knows, as Tesseract writes them; empty: no reading of scans
 */
record Ocr(String languages) {

    private static final Set<String> OURS = Set.of("nld", "fra", "eng", "deu");

    static Ocr of(boolean wanted) {
        TesseractOCRParser tesseract = new TesseractOCRParser();
        try {
            if (!wanted || !tesseract.hasTesseract()) {
                return new Ocr("");
            }
            tesseract.setPreloadLangs(true);
            tesseract.initialize(java.util.Map.of());
            TreeSet<String> known = new TreeSet<>(tesseract.getLangs());
            known.retainAll(OURS);
            return new Ocr(String.join("+", known.reversed()));
        } catch (TikaException e) {
            return new Ocr("");
        }
    }

    void configure(ParseContext context, String type) {
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setExtractInlineImages(false);
        pdf.setOcrStrategy(
                languages.isEmpty() ? PDFParserConfig.OCR_STRATEGY.NO_OCR : PDFParserConfig.OCR_STRATEGY.AUTO);
        context.set(PDFParserConfig.class, pdf);
        TesseractOCRConfig scans = new TesseractOCRConfig();
        scans.setSkipOcr(languages.isEmpty() || !type.equals("application/pdf") && !type.startsWith("image/"));
        if (!languages.isEmpty()) {
            scans.setLanguage(languages);
        }
        context.set(TesseractOCRConfig.class, scans);
    }
}
