package be.vakoogst.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDFs as publishers make them, and as nobody should. */
final class Pdf {

    private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);
    private static final float LINE = 16;

    private final PDDocument document = new PDDocument();

    static Pdf titled(String title) {
        Pdf pdf = new Pdf();
        pdf.document.getDocumentInformation().setTitle(title);
        return pdf;
    }

    Pdf by(String author) {
        document.getDocumentInformation().setAuthor(author);
        Calendar made = new GregorianCalendar(2024, Calendar.MARCH, 5, 14, 0);
        made.setTimeZone(TimeZone.getTimeZone("Europe/Brussels"));
        document.getDocumentInformation().setCreationDate(made);
        return this;
    }

    /** A page with a large first line, and small ones below it. */
    Pdf page(String heading, String... lines) {
        return drawing(page -> {
            line(page, heading, 22, 780);
            for (int i = 0; i < lines.length; i++) {
                line(page, lines[i], 11, 740 - i * LINE);
            }
        });
    }

    /** A picture of a page, as a scanner makes it. */
    Pdf scannedPage() {
        return drawing(page -> {
            var scan = new java.awt.image.BufferedImage(60, 80, java.awt.image.BufferedImage.TYPE_INT_RGB);
            page.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 595, 842);
        });
    }

    /** A picture of a page with words on it, as a good scanner makes it. */
    Pdf scannedPage(String words) {
        return drawing(page -> {
            var scan = new java.awt.image.BufferedImage(1240, 1754, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
            var pen = scan.createGraphics();
            pen.setColor(java.awt.Color.WHITE);
            pen.fillRect(0, 0, scan.getWidth(), scan.getHeight());
            pen.setColor(java.awt.Color.BLACK);
            pen.setFont(new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 60));
            pen.drawString(words, 100, 200);
            pen.dispose();
            page.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 595, 842);
        });
    }

    /** Objects that nothing needs. */
    Pdf withObjects(int many) {
        COSArray all = new COSArray();
        for (int i = 0; i < many; i++) {
            COSStream object = document.getDocument().createCOSStream();
            object.setInt(COSName.getPDFName("Nr"), i);
            all.add(object);
        }
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("VeelObjecten"), all);
        return this;
    }

    /** A drawing that draws another ten times, which draws another ten times…: more steps than anyone has time for. */
    Pdf drawingForEver() {
        return attempt(() -> {
            PDPage page = new PDPage();
            document.addPage(page);
            PDFormXObject inner = form("", null);
            for (int level = 0; level < 12; level++) {
                inner = form("/F Do ".repeat(10), inner);
            }
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), inner);
            page.setResources(resources);
            PDStream content = new PDStream(document);
            try (var out = content.createOutputStream()) {
                out.write("/F Do".getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(content);
        });
    }

    private PDFormXObject form(String operators, @org.jspecify.annotations.Nullable PDFormXObject inner)
            throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        PDResources resources = new PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("F"), inner);
        }
        form.setResources(resources);
        form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(100, 100));
        try (var out = form.getStream().createOutputStream()) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attempt(() -> document.save(out));
        attempt(document::close);
        return out.toByteArray();
    }

    byte[] lockedWith(String password) {
        attempt(() -> document.protect(new StandardProtectionPolicy(password, password, new AccessPermission())));
        return bytes();
    }

    private Pdf drawing(Drawing drawing) {
        return attempt(() -> {
            PDPage page = new PDPage(org.apache.pdfbox.pdmodel.common.PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawing.on(content);
            }
        });
    }

    private static void line(PDPageContentStream page, String text, float size, float y) throws IOException {
        page.beginText();
        page.setFont(FONT, size);
        page.newLineAtOffset(50, y);
        page.showText(text);
        page.endText();
    }

    private interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private Pdf attempt(Attempt attempt) {
        try {
            attempt.make();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
