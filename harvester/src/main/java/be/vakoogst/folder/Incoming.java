package be.vakoogst.folder;

import be.vakoogst.fetch.Body;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.springframework.util.FileSystemUtils;

/** What an upload brought, in a folder aside, until all of it is there and sound. For one thread. */
final class Incoming implements AutoCloseable {

    private final Path aside;
    private final long most;
    private final Map<String, DocumentName> names = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private long size;

    private Incoming(Path aside, long most) {
        this.aside = aside;
        this.most = most;
    }

    /** @param most bytes that may come in */
    static Incoming in(Path folder, long most) throws IOException {
        return new Incoming(Files.createTempDirectory(Files.createDirectories(folder), "upload-"), most);
    }

    /** A document as it is. */
    void add(String name, InputStream content) throws IOException {
        if (DocumentName.isLeftBehind(name)) {
            skipped.add(name);
            return;
        }
        Path file = room(name);
        try (Body body = Body.spooled(content, Math.min(Shelf.MOST_BYTES, most - size) + 1)) {
            if (body.size() > Shelf.MOST_BYTES) {
                throw Refusal.tooLarge("'" + name + "' is more than " + (Shelf.MOST_BYTES >> 20) + " MB");
            }
            keep(body, file);
        }
    }

    /** The documents of an archive. */
    void unpack(Path zip, String called) throws IOException {
        try (Shelf shelf = Shelf.open(zip)) {
            for (String name : shelf.names()) {
                unpack(shelf, name);
            }
        } catch (ZipException e) {
            throw new WrongParameter("file", "'" + called + "' is no zip that can be read: " + e.getMessage());
        }
    }

    private void unpack(Shelf shelf, String name) throws IOException {
        Path file = room(name);
        try (Body body = shelf.read(name).orElseThrow(() -> new ZipException("'" + name + "' is not in it"))) {
            keep(body, file);
        } catch (Shelf.TooLarge e) {
            throw Refusal.tooLarge("'" + name + "' unpacks to " + e.getMessage());
        }
    }

    private Path room(String text) throws IOException {
        DocumentName name = DocumentName.of(text)
                .orElseThrow(
                        () -> new WrongParameter("file", "'" + text + "' is no name that a document can have here"));
        if (names.putIfAbsent(name.form(), name) != null) {
            throw new WrongParameter("file", "'" + text + "' comes twice");
        }
        if (names.size() > Shelf.MOST_DOCUMENTS) {
            throw Refusal.tooLarge("These are more than " + Shelf.MOST_DOCUMENTS + " documents");
        }
        Path file = aside.resolve(name.value());
        Files.createDirectories(file.getParent());
        return file;
    }

    private void keep(Body body, Path file) throws IOException {
        size += body.size();
        if (size > most) {
            throw Refusal.tooLarge("This is more than the " + (most >> 20) + " MB that are left for this source");
        }
        Files.copy(body.file(), file);
    }

    List<String> names() {
        return names.values().stream().map(DocumentName::value).toList();
    }

    List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** Documents first, sheets last, so that no run sees a sheet that speaks of what is not there yet. */
    void moveTo(Path shelf) throws IOException {
        List<String> ordered = new ArrayList<>(names());
        ordered.sort((one, other) -> Boolean.compare(Contents.isSheet(one), Contents.isSheet(other)));
        for (String name : ordered) {
            Path target = shelf.resolve(name);
            Files.createDirectories(target.getParent());
            Files.move(
                    aside.resolve(name), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(aside);
    }
}
