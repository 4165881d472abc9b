package be.vakoogst.document.process;

import be.vakoogst.document.DocumentSettings.Limits;
import be.vakoogst.document.Reading;
import be.vakoogst.failure.Reason;
import be.vakoogst.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip, and what is one by another name (docx, epub, h5p…), looked at before any parser may unpack it. */
final class Archive implements AutoCloseable {

    /** What deflate makes at most of a byte is 1032; well-meant files stay below this, unless they are small. */
    private static final int MOST_RATIO = 200;

    private static final long HARMLESS = 10 << 20;
    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_LISTED = 200;
    private static final int MOST_MANIFEST = 2 << 20;

    /** Where a declaration of entities must stand (XML 1.0, section 2.8). */
    private static final int PROLOGUE = 4096;

    private static final int MOST_PROLOGUES = 500;
    private static final Set<String> MANIFESTS = Set.of("h5p.json", "content/content.json", "imsmanifest.xml");
    private static final List<String> OFFICE = List.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final Pattern WITHIN = Pattern.compile("(?i).*\\.(zip|jar|h5p|imscc|docx|pptx|xlsx|epub)");
    private static final Pattern HIDDEN = Pattern.compile("(.*/)?(\\.[^/]*|__MACOSX|Thumbs\\.db|desktop\\.ini)(/.*)?");

    private final ZipFile zip;
    private final Limits limits;
    private final long[] unpacked;
    private final String root;

    private Archive(ZipFile zip, Limits limits, long[] unpacked) {
        this.zip = zip;
        this.limits = limits;
        this.unpacked = unpacked;
        this.root = rootOf(zip);
    }

    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8 && start[3] <= 9;
        }
    }

    /** @throws IOException where its directory at the end is missing or broken */
    static Archive open(Path file, Limits limits) throws IOException {
        return new Archive(new ZipFile(file.toFile()), limits, new long[1]);
    }

    /** @throws Refusal where it would unpack to more than the limits allow, or declares entities */
    Archive safe() throws IOException {
        look(1);
        return this;
    }

    private void look(int depth) throws IOException {
        if (depth > limits.nesting()) {
            throw new Refusal(Reason.BOMB, "archives nested deeper than " + limits.nesting());
        }
        int prologues = 0;
        if (zip.size() > MOST_ENTRIES) {
            throw new Refusal(Reason.BOMB, zip.size() + " files in one archive");
        }
        for (ZipEntry entry : entries()) {
            weigh(entry);
            if (entry.getName().endsWith(".xml") && prologues++ < MOST_PROLOGUES) {
                refuseEntities(entry);
            }
            if (WITHIN.matcher(entry.getName()).matches()) {
                lookInto(entry, depth);
            }
        }
    }

    private List<ZipEntry> entries() {
        List<ZipEntry> entries = new ArrayList<>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entries::add);
        return entries;
    }

    private void weigh(ZipEntry entry) {
        unpacked[0] += Math.max(0, entry.getSize());
        if (unpacked[0] > limits.unpacked()) {
            throw new Refusal(Reason.BOMB, "unpacks to more than " + (limits.unpacked() >> 20) + " MB");
        }
        if (entry.getSize() > HARMLESS && entry.getSize() / MOST_RATIO > entry.getCompressedSize()) {
            throw new Refusal(
                    Reason.BOMB,
                    "%s unpacks from %d to %d bytes"
                            .formatted(entry.getName(), entry.getCompressedSize(), entry.getSize()));
        }
    }

    /** No Office format declares entities (ECMA-376 part 2, section 8.1.4: no DTD at all); who does means harm. */
    private void refuseEntities(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            String prologue = new String(in.readNBytes(PROLOGUE), StandardCharsets.ISO_8859_1);
            // In UTF-16 and UTF-32, zeros stand between its letters.
            if (prologue.replace("\0", "").contains("<!ENTITY")) {
                throw new Refusal(Reason.BOMB, entry.getName() + " declares entities");
            }
        }
    }

    private void lookInto(ZipEntry entry, int depth) throws IOException {
        Path inner = Files.createTempFile("within-", ".zip");
        try {
            try (InputStream in = zip.getInputStream(entry);
                    var out = Files.newOutputStream(inner)) {
                in.transferTo(out);
            }
            if (isOne(inner)) {
                try (ZipFile within = new ZipFile(inner.toFile())) {
                    new Archive(within, limits, unpacked).look(depth + 1);
                }
            }
        } finally {
            Files.delete(inner);
        }
    }

    /** What describes it, where it is of a known kind. */
    List<Reading.Manifest> manifests() throws IOException {
        List<Reading.Manifest> manifests = new ArrayList<>();
        for (ZipEntry entry : entries()) {
            String name = entry.getName().substring(root.length());
            if (MANIFESTS.contains(name) || isReferred(name)) {
                manifests.add(new Reading.Manifest(name, text(entry)));
            }
        }
        return manifests;
    }

    /** SCORM may keep the metadata of the whole in a file beside the manifest (adlcp:location). */
    private boolean isReferred(String name) {
        return zip.getEntry(root + "imsmanifest.xml") != null
                && name.toLowerCase(Locale.ROOT).matches("[^/]*(metadata|lom)[^/]*\\.xml");
    }

    /** The one folder that all lies in, where a package was zipped with its folder; else nothing. */
    private static String rootOf(ZipFile zip) {
        List<String> tops = zip.stream()
                .filter(entry -> !HIDDEN.matcher(entry.getName()).matches())
                .map(entry -> entry.getName().replaceFirst("(?<=/).*", ""))
                .distinct()
                .limit(2)
                .toList();
        return tops.size() == 1 && tops.getFirst().endsWith("/") ? tops.getFirst() : "";
    }

    private String text(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return XmlText.of(in.readNBytes(MOST_MANIFEST), Optional.empty());
        }
    }

    List<Reading.Part> parts() {
        return entries().stream()
                .filter(entry -> !HIDDEN.matcher(entry.getName()).matches())
                .limit(MOST_LISTED)
                .map(entry -> new Reading.Part(entry.getName(), entry.getSize()))
                .toList();
    }

    /** Of a Word, PowerPoint or Excel file, as its list of parts tells (ECMA-376 part 2, section 7.2.3); of no other variety. */
    Optional<String> officeType() throws IOException {
        ZipEntry list = zip.getEntry("[Content_Types].xml");
        String types = list == null ? "" : text(list);
        return OFFICE.stream()
                .filter(type -> types.contains("\"" + type + ".main+xml\""))
                .findFirst();
    }

    /** A folder of documents, and not a document that happens to be a zip. */
    boolean isH5p() {
        return Optional.ofNullable(zip.getEntry(root + "h5p.json")).isPresent();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
