package be.vakoogst.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** H5P, courses, books and other packages, as small as they can be. */
final class Packages {

    private static final String LOM = """
            <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>
            <title><string language="nl">Werken op hoogte</string></title>
            <language>nl</language>
            <description><string language="nl">Ladders, steigers en harnassen.</string></description></general>
            <rights><description><string language="nl">https://creativecommons.org/licenses/by/4.0/</string></description></rights>
            </lom>""";

    private Packages() {}

    static byte[] h5p() {
        return new Zip().with("h5p.json", """
                        {"title": "Metselverbanden herkennen", "language": "nl", "mainLibrary": "H5P.QuestionSet",
                         "embedTypes": ["iframe"], "license": "CC BY-SA", "licenseVersion": "4.0",
                         "authors": [{"name": "Sofie Maes", "role": "Author"}],
                         "preloadedDependencies": [{"machineName": "H5P.QuestionSet", "majorVersion": "1", "minorVersion": "20"}]}""").with("content/content.json", """
                        {"questions": [{"library": "H5P.MultiChoice 1.16", "params": {"question":
                         "<p>Welk verband heeft om de andere laag koppen?</p>",
                         "answers": [{"text": "<div>Kruisverband</div>", "correct": true}]}}]}""").bytes();
    }

    /** @param kind {@code scorm-1.2}, with its metadata in a file beside it, {@code scorm-2004} or {@code common-cartridge} */
    static byte[] course(String kind) {
        return switch (kind) {
            case "scorm-1.2" ->
                course("ADL SCORM", "1.2", "<adlcp:location>metadata.xml</adlcp:location>")
                        .with("metadata.xml", LOM)
                        .bytes();
            case "scorm-2004" -> course("ADL SCORM", "2004 4th Edition", LOM).bytes();
            default -> course("IMS Common Cartridge", "1.3.0", LOM).bytes();
        };
    }

    private static Zip course(String schema, String version, String metadata) {
        return new Zip()
                .with("imsmanifest.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <manifest identifier="m1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3">
                        <metadata><schema>%s</schema><schemaversion>%s</schemaversion>%s</metadata>
                        <organizations default="o1"><organization identifier="o1"><title>Cursus hoogtewerk</title>
                        <item identifier="i1"><title>De ladder</title></item></organization></organizations>
                        <resources><resource identifier="r1" type="webcontent" href="les.html"><file href="les.html"/></resource></resources>
                        </manifest>""".formatted(schema, version, metadata))
                .with(
                        "les.html",
                        "<html><body><h1>De ladder</h1><p>Controleer de ladder voor gebruik.</p></body></html>");
    }

    static byte[] odt() {
        return new Zip()
                .with("mimetype", "application/vnd.oasis.opendocument.text")
                .with("meta.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
                        <office:meta><dc:title>Vloertegels leggen</dc:title></office:meta></office:document-meta>""")
                .with("content.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                        <office:body><office:text><text:p>Meng de lijm tot ze smeuïg is.</text:p></office:text></office:body>
                        </office:document-content>""")
                .bytes();
    }

    static byte[] epub() {
        return new Zip()
                .with("mimetype", "application/epub+zip")
                .with("META-INF/container.xml", """
                        <?xml version="1.0"?>
                        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                        <rootfiles><rootfile full-path="boek.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""")
                .with("boek.opf", """
                        <?xml version="1.0"?>
                        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
                        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">b1</dc:identifier>
                        <dc:title>Handboek schrijnwerk</dc:title><dc:creator>Jan De Smet</dc:creator><dc:language>nl</dc:language></metadata>
                        <manifest><item id="h1" href="h1.xhtml" media-type="application/xhtml+xml"/></manifest>
                        <spine><itemref idref="h1"/></spine></package>""")
                .with("h1.xhtml", """
                        <?xml version="1.0"?>
                        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>1</title></head>
                        <body><p>De pen-en-gatverbinding houdt een deur recht.</p></body></html>""")
                .bytes();
    }

    /** Silence. */
    static byte[] wav(int seconds) {
        AudioFormat format = new AudioFormat(8000, 8, 1, true, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] silence = new byte[8000 * seconds];
        try {
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(silence), format, silence.length),
                    AudioFileFormat.Type.WAVE,
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
