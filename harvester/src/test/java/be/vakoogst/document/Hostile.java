package be.vakoogst.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Documents that are broken, or made to do harm. */
final class Hostile {

    private Hostile() {}

    static byte[] firstHalf(byte[] document) {
        return Arrays.copyOf(document, document.length / 2);
    }

    /** Bytes without meaning behind a beginning that has one. */
    static byte[] noise(String start) {
        byte[] bytes = new byte[20_000];
        new Random(7).nextBytes(bytes);
        byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    /** Zip in zip in zip. */
    static byte[] nested(int levels, String innermost) {
        byte[] content = new Zip().with("tekst.txt", innermost).bytes();
        for (int level = 1; level < levels; level++) {
            content = new Zip().with("laag" + level + ".zip", content).bytes();
        }
        return content;
    }

    /** Each file is small enough; all together are not. */
    static byte[] manyFiles() {
        Zip zip = new Zip();
        for (int i = 0; i < 30; i++) {
            zip.withSpaces("blad" + i + ".txt", 9);
        }
        return zip.bytes();
    }

    /** A billion laughs in the main part of a Word file. */
    static byte[] wordWithEntities(Charset charset) {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"lach\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return wordOf(("<?xml version=\"1.0\"?><!DOCTYPE w:document [" + entities + "]>"
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>")
                .getBytes(charset));
    }

    private static byte[] wordOf(byte[] document) {
        return new Zip()
                .with("[Content_Types].xml", """
                        <?xml version="1.0"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                        </Types>""")
                .with("_rels/.rels", """
                        <?xml version="1.0"?>
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                        </Relationships>""")
                .with("word/document.xml", document)
                .bytes();
    }

    /** Every cell has words of its own, which a reader of sheets must keep until the end. */
    static byte[] sheetOfEndlessWords() {
        StringBuilder strings = new StringBuilder(
                "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (int i = 0; i < 1_500_000; i++) {
            strings.append("<si><t>woord nummer ").append(i).append("</t></si>");
        }
        return new Zip()
                .with("[Content_Types].xml", """
                        <?xml version="1.0"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                        <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                        </Types>""")
                .with("_rels/.rels", """
                        <?xml version="1.0"?>
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                        </Relationships>""")
                .with("xl/workbook.xml", """
                        <?xml version="1.0"?>
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>""")
                .with("xl/_rels/workbook.xml.rels", """
                        <?xml version="1.0"?>
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
                        </Relationships>""")
                .with("xl/worksheets/sheet1.xml", """
                        <?xml version="1.0"?>
                        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                        <sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>""")
                .with("xl/sharedStrings.xml", strings.append("</sst>").toString())
                .bytes();
    }
}
