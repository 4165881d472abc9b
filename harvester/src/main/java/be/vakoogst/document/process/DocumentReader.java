package be.vakoogst.document.process;

import be.vakoogst.document.Answer;
import be.vakoogst.document.DocumentSettings.Limits;
import be.vakoogst.document.Reading;
import be.vakoogst.failure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** Reads documents with Tika. Safe for any number of threads, as Tika's parsers are. */
final class DocumentReader {

    private static final int LONGEST_DETAIL = 300;
    private static final Pattern BINARY = Pattern.compile("(?i).*\\.(pdf|docx?|pptx?|xlsx?|od[tps]|epub|zip|h5p)");
    private static final Pattern PROGRAM = Pattern.compile(
            "application/(?:x-(?:msdownload|dosexec|executable|elf|sharedlib|object|coredump|mach-o.*|ms-installer|msi|sqlite3)|java-vm|java-archive"
                    + "|vnd\\.microsoft\\.portable-executable|vnd\\.android\\.package-archive)(?:;.*)?");

    /** What Tika says in words of such a file is its properties once more. */
    private static final Pattern PLAYED = Pattern.compile("(?:audio|video)/.*");

    private static final String PDF = "application/pdf";
    private static final String START_OF_PDF = "%PDF-";

    /** ISO 32000-1, 7.5.5 puts it into the last line, and readers look for it in the last kilobyte (annex H, note 18). */
    private static final String END_OF_PDF = "%%EOF";

    private static final int LAST = 2048;
    private static final String UNKNOWN = "application/octet-stream";

    private final AutoDetectParser parser = new Parsers(TikaConfig.getDefaultConfig());
    private final Limits limits;
    private final Ocr ocr;

    DocumentReader(Limits limits) {
        this.limits = limits;
        this.ocr = Ocr.of(limits);
    }

    /** @param name as the address gives it: evidence of the type where the bytes show none */
    Answer read(Path file, String name) {
        try {
            return Archive.isOne(file)
                    ? archive(file, name)
                    : new Answer.Read(parse(file, name, Optional.empty(), List.of(), List.of()));
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (EncryptedDocumentException e) {
            return new Answer.Refused(Reason.ENCRYPTED, message(e));
        } catch (ZeroByteFileException e) {
            return new Answer.Refused(Reason.EMPTY, "no bytes");
        } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError | LinkageError e) {
            return refusal(e)
                    .<Answer>map(Refusal::answer)
                    .orElseGet(() -> new Answer.Refused(Reason.UNREADABLE, message(e)));
        }
    }

    private Answer archive(Path file, String name) throws IOException, SAXException, TikaException {
        try (Archive archive = Archive.open(file, limits).safe()) {
            List<Reading.Manifest> manifests = archive.manifests();
            Reading reading = archive.isH5p()
                    ? new Reading(
                            "application/x-h5p",
                            sha256(file),
                            Files.size(file),
                            Reading.Properties.NONE,
                            List.of(),
                            "",
                            List.of(),
                            List.of(),
                            manifests,
                            List.of())
                    : parse(file, name, archive.officeType(), archive.parts(), manifests);
            return new Answer.Read(reading);
        }
    }

    /** @param known its type, where the bytes told already */
    private Reading parse(
            Path file, String name, Optional<String> known, List<Reading.Part> parts, List<Reading.Manifest> manifests)
            throws IOException, SAXException, TikaException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        Words words = new Words();
        ParseContext context = new ParseContext();
        Parts within = new Parts(parser, context, limits);
        PdfParser.Heading heading = new PdfParser.Heading();
        try (TikaInputStream stream = TikaInputStream.get(file, metadata)) {
            context.set(PdfParser.Heading.class, heading);
            String type = known.isPresent() ? known.get() : type(stream, metadata, name);
            if (type.equals(UNKNOWN)) {
                throw new Refusal(Reason.WRONG_TYPE, "its bytes are of no known kind");
            }
            if (PROGRAM.matcher(type).matches()) {
                throw new Refusal(Reason.WRONG_TYPE, "is called " + name + ", and is a program: " + type);
            }
            if (type.equals("text/plain") && BINARY.matcher(name).matches()) {
                throw new Refusal(Reason.WRONG_TYPE, "is called " + name + ", and its bytes are plain text");
            }
            foundOut(type, metadata);
            context.set(EmbeddedDocumentExtractor.class, within);
            context.set(Parser.class, parser);
            Ocr.leaveScans(context);
            if (!Model.is(type)) {
                parser.parse(stream, new BodyContentHandler(words), metadata, context);
            }
        } catch (SAXException | IOException | TikaException e) {
            if (!WriteLimitReachedException.isWriteLimitReached(e)) {
                throw e;
            }
        }
        return reading(file, metadata, words, heading, within, parts, manifests);
    }

    /** A PDF is told by its start: Tika would go on to see whether it is any of the kinds that can only be told by trying. */
    private String type(TikaInputStream stream, Metadata metadata, String name) throws IOException {
        byte[] start = new byte[Model.START];
        stream.peek(start);
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith(START_OF_PDF)) {
            return PDF;
        }
        Optional<String> model = Model.typeOf(start, name);
        return model.isPresent()
                ? model.get()
                : parser.getDetector().detect(stream, metadata).toString();
    }

    /** The parser would find it out once more, and of an Office document that means to open it again. */
    private static void foundOut(String type, Metadata metadata) {
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type);
        metadata.set(Metadata.CONTENT_TYPE, type);
    }

    private Reading reading(
            Path file,
            Metadata metadata,
            Words words,
            PdfParser.Heading heading,
            Parts within,
            List<Reading.Part> parts,
            List<Reading.Manifest> manifests)
            throws IOException {
        String type = metadata.get(Metadata.CONTENT_TYPE).split(";", 2)[0];
        Reading.Properties properties = DocumentProperties.of(metadata);
        List<String> notices = new ArrayList<>(within.notices());
        String text = text(file, type, words, notices);
        return new Reading(
                type,
                sha256(file),
                Files.size(file),
                properties,
                headings(type, words, heading),
                text,
                words.licences(),
                type.equals("application/zip") ? parts : List.of(),
                manifests,
                notices);
    }

    private String text(Path file, String type, Words words, List<String> notices) throws IOException {
        if (PLAYED.matcher(type).matches()) {
            return "";
        }
        String text = words.text();
        boolean wordless = text.codePoints().noneMatch(Character::isLetter);
        if (type.equals(PDF) && !endsAsPdf(file)) {
            if (wordless) {
                throw new Refusal(Reason.UNREADABLE, "it is cut off: its end is missing, and no text can be read");
            }
            notices.add("cut off: its end is missing");
        }
        if (!wordless || !ocr.reads(type)) {
            return text;
        }
        Ocr.Scanned scanned = ocr.read(file, type);
        notices.add(scanned.notice());
        return scanned.text();
    }

    private static boolean endsAsPdf(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(LAST, bytes.length())];
            bytes.seek(bytes.length() - last.length);
            bytes.readFully(last);
            return new String(last, StandardCharsets.ISO_8859_1).contains(END_OF_PDF);
        }
    }

    /**
     * Of what has none by its format: what stands largest on a PDF's first page, the first line of a text. Kept whatever the document says of
     * itself, so that a later rule of what is a title can do without the document.
     */
    private static List<String> headings(String type, Words words, PdfParser.Heading heading) {
        if (!words.headings().isEmpty()) {
            return words.headings();
        }
        if (type.equals(PDF)) {
            return heading.words().stream().toList();
        }
        boolean isText = type.startsWith("text/") || type.equals("application/rtf");
        return isText ? FirstLine.of(words.text()).stream().toList() : List.of();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    /** The refusal that a parser has wrapped into an exception of its own. */
    static Optional<Refusal> refusal(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(20)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }

    /** Of the innermost cause, which knows what is wrong; one line. */
    static String message(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause.getCause() != null && depth < 20; depth++) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().strip();
        String line = text.lines().findFirst().orElse(cause.getClass().getSimpleName());
        return line.substring(0, Math.min(LONGEST_DETAIL, line.length()));
    }
}
