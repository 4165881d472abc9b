package be.vakoogst.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.POIDocument;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** Word, PowerPoint and Excel, old and new. */
final class Office {

    private Office() {}

    static byte[] word(String title, String heading, String... paragraphs) {
        XWPFDocument word = new XWPFDocument();
        word.getProperties().getCoreProperties().setTitle(title);
        word.getProperties().getCoreProperties().setCreator("Els Peeters");
        word.createStyles().addStyle(headingStyle());
        var first = word.createParagraph();
        first.setStyle("Heading1");
        first.createRun().setText(heading);
        for (String paragraph : paragraphs) {
            word.createParagraph().createRun().setText(paragraph);
        }
        return bytes(word);
    }

    private static XWPFStyle headingStyle() {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading1");
        style.addNewName().setVal("heading 1");
        return new XWPFStyle(style);
    }

    static byte[] slides(String title, String words) {
        XMLSlideShow show = new XMLSlideShow();
        show.getProperties().getCoreProperties().setTitle(title);
        show.createSlide().createTextBox().setText(words);
        show.createSlide().createTextBox().setText("Vragen?");
        return bytes(show);
    }

    static byte[] oldSlides(String words) throws IOException {
        HSLFSlideShow show = new HSLFSlideShow();
        show.createSlide().createTextBox().setText(words);
        return bytes(show);
    }

    static byte[] sheet(String cell) {
        XSSFWorkbook book = new XSSFWorkbook();
        book.createSheet("Materiaal").createRow(0).createCell(0).setCellValue(cell);
        return bytes(book);
    }

    static byte[] oldSheet(String cell) {
        HSSFWorkbook book = new HSSFWorkbook();
        book.createSheet("Materiaal").createRow(0).createCell(0).setCellValue(cell);
        return bytes(book);
    }

    private static byte[] bytes(POIXMLDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(POIDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
