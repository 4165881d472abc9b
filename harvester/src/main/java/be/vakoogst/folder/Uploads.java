package be.vakoogst.folder;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * The documents that partners without a website gave us: a shelf for each source, within the data folder, published by ourselves. Safe for
 * many threads.
 */
public final class Uploads {

    /** What stands in a source's file in place of an address. */
    public static final URI ADDRESS = URI.create("upload:/");

    private static final String ASIDE = ".incoming";

    /** What is at the top of an archive that is one document itself: SCORM and Common Cartridge, H5P. */
    private static final Set<String> OF_COURSES = Set.of("imsmanifest.xml", "h5p.json");

    private final UploadSettings settings;

    public Uploads(UploadSettings settings) {
        this.settings = settings;
    }

    /** A document on a shelf. */
    public record Document(String name, long size) {}

    /**
     * What became of an upload.
     *
     * @param kept the names of the documents, as they stand on the shelf
     * @param skipped what systems leave in folders, such as hidden files
     */
    public record Taken(List<String> kept, List<String> skipped) {}

    /** Whether a source's documents come by upload. */
    public boolean feed(Source source) {
        return source.connector().url().equals(ADDRESS);
    }

    /**
     * Takes in documents and the sheet that describes them; of the same name, the later counts. A single zip is unpacked, unless it is a
     * course. All of it is taken or nothing.
     *
     * @param replace whether what was there before goes
     * @throws WrongParameter {@code file}: there is none, it is no zip, or a name leads outside or is no name
     * @throws Refusal 413: it is more than one source may keep, or unpacks to far more than it is
     */
    public Taken take(SourceId source, List<MultipartFile> files, boolean replace) {
        try (Incoming incoming = Incoming.in(settings.folder().resolve(ASIDE), left(source, replace))) {
            if (files.size() == 1 && isPacked(files.getFirst())) {
                unpack(files.getFirst(), incoming);
            } else {
                for (MultipartFile file : files) {
                    add(file, incoming);
                }
            }
            if (incoming.names().isEmpty()) {
                throw new WrongParameter("file", "is missing, or holds no document");
            }
            settle(source, incoming, replace);
            return new Taken(incoming.names(), incoming.skipped());
        } catch (IOException e) {
            throw new UncheckedIOException("What was uploaded for " + source + " cannot be kept", e);
        }
    }

    /** Takes in one document in place of all that was there. The same refusal where it is too large. */
    public void put(SourceId source, String name, byte[] content) {
        try (Incoming incoming = Incoming.in(settings.folder().resolve(ASIDE), left(source, true))) {
            incoming.add(name, new ByteArrayInputStream(content));
            settle(source, incoming, true);
        } catch (IOException e) {
            throw new UncheckedIOException("What was sent for " + source + " cannot be kept", e);
        }
    }

    /** Gives up all that is on a shelf. */
    public void clear(SourceId source) {
        try {
            for (Document document : documents(source)) {
                Files.delete(shelf(source).resolve(document.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The documents of " + source + " cannot be removed", e);
        }
    }

    /** Takes a shelf away, with whatever else lies there. */
    void remove(SourceId source) {
        try {
            FileSystemUtils.deleteRecursively(shelf(source));
        } catch (IOException e) {
            throw new UncheckedIOException("The documents of " + source + " cannot be removed", e);
        }
    }

    private long left(SourceId source, boolean replace) {
        long there = replace
                ? 0
                : documents(source).stream().mapToLong(Document::size).sum();
        return Math.max(0, settings.most().toBytes() - there);
    }

    private static boolean isPacked(MultipartFile file) throws IOException {
        if (!name(file).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return false;
        }
        try (ZipInputStream zip = new ZipInputStream(file.getInputStream(), StandardCharsets.ISO_8859_1)) {
            ZipEntry first = zip.getNextEntry();
            return first == null || !OF_COURSES.contains(first.getName());
        }
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    private void unpack(MultipartFile file, Incoming incoming) throws IOException {
        Path zip = Files.createTempFile(settings.folder().resolve(ASIDE), "upload-", ".zip");
        try {
            file.transferTo(zip);
            incoming.unpack(zip, name(file));
        } finally {
            Files.delete(zip);
        }
    }

    /** A form that was sent without a choice has one nameless, empty file. */
    private static void add(MultipartFile file, Incoming incoming) throws IOException {
        if (!name(file).isEmpty() || !file.isEmpty()) {
            try (InputStream content = file.getInputStream()) {
                incoming.add(name(file), content);
            }
        }
    }

    private synchronized void settle(SourceId source, Incoming incoming, boolean replace) throws IOException {
        Path shelf = shelf(source);
        incoming.moveTo(shelf);
        if (replace) {
            Set<String> kept = new HashSet<>(incoming.names());
            for (Document document : documents(source)) {
                if (!kept.contains(document.name())) {
                    Files.delete(shelf.resolve(document.name()));
                }
            }
        }
    }

    /** By name; none where nothing was uploaded. */
    public List<Document> documents(SourceId source) {
        if (!Files.isDirectory(shelf(source))) {
            return List.of();
        }
        try (Shelf shelf = Shelf.open(shelf(source))) {
            return shelf.names().stream()
                    .map(name -> new Document(
                            name, shelf(source).resolve(name).toFile().length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The documents of " + source + " cannot be read", e);
        }
    }

    /** The file of a document; empty where there is none of that name. */
    public Optional<Path> find(SourceId source, String name) {
        return DocumentName.of(name)
                .map(sound -> shelf(source).resolve(sound.value()))
                .filter(Files::isRegularFile);
    }

    Path shelf(SourceId source) {
        return settings.folder().resolve(source.value());
    }

    /** The name as a parameter: in a path, names with a semicolon or a percent sign are turned away on the way to us. */
    URI published(SourceId source, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(settings.address() + "/" + source + "?name=" + encoded);
    }
}
