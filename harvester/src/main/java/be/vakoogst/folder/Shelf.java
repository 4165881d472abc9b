package be.vakoogst.folder;

import be.vakoogst.fetch.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Where the documents lie: a folder or a zip file. Names are relative, with {@code /}; nothing outside is ever read. */
sealed interface Shelf extends AutoCloseable {

    /** Bytes of one document; more are not read. */
    long MOST_BYTES = 100 << 20;

    /** Documents up to this size are held in memory, larger ones in a temporary file. */
    long IN_MEMORY = 1 << 20;

    /** Names of documents, without what systems leave behind, at most one more than so many. */
    int MOST_DOCUMENTS = 100_000;

    List<String> names() throws IOException;

    /**
     * @param name as in {@link #names()}
     * @throws TooLarge where it is more than may be read, or unpacks to far more than it is
     */
    Optional<Body> read(String name) throws IOException;

    @Override
    void close() throws IOException;

    /** Written by Windows of old, names are in the code page of its console; anything else is UTF-8. */
    static Shelf open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Folder(path.toRealPath());
        }
        try {
            return new Zip(new ZipFile(path.toFile()));
        } catch (ZipException e) {
            return new Zip(new ZipFile(path.toFile(), Charset.forName("IBM850")));
        }
    }

    private static Body limited(InputStream in, long size, long most) throws IOException {
        Body body =
                size >= 0 && size <= IN_MEMORY ? Body.of(in.readNBytes((int) IN_MEMORY)) : Body.spooled(in, most + 1);
        if (body.size() > most || body.size() == IN_MEMORY && in.read() >= 0) {
            body.close();
            throw new TooLarge("more than " + (most >> 20) + " MB");
        }
        return body;
    }

    /** More than may be read. */
    final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;

        TooLarge(String message) {
            super(message);
        }
    }

    /** @param root without symbolic links */
    record Folder(Path root) implements Shelf {

        @Override
        public List<String> names() throws IOException {
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(this::isOurs)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> !DocumentName.isLeftBehind(name))
                        .limit(MOST_DOCUMENTS + 1L)
                        .sorted()
                        .toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        /** A link may lead anywhere. */
        private boolean isOurs(Path file) {
            try {
                return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Body> read(String name) throws IOException {
            Path file = root.resolve(name).normalize();
            if (!file.startsWith(root) || !isOurs(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(limited(in, Files.size(file), MOST_BYTES));
            }
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }

    record Zip(ZipFile file) implements Shelf {

        /** Text packs to a tenth; what unpacks to so many times its size is made to fill disks. */
        private static final long MOST_TIMES = 200;

        private static final long HARMLESS = 10 << 20;

        @Override
        public List<String> names() {
            return file.stream()
                    .filter(entry -> !entry.isDirectory() && !DocumentName.isLeftBehind(entry.getName()))
                    .map(ZipEntry::getName)
                    .distinct()
                    .limit(MOST_DOCUMENTS + 1L)
                    .sorted()
                    .toList();
        }

        @Override
        public Optional<Body> read(String name) throws IOException {
            ZipEntry entry = file.getEntry(name);
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            long most = Math.min(MOST_BYTES, Math.max(HARMLESS, entry.getCompressedSize() * MOST_TIMES));
            try (InputStream in = file.getInputStream(entry)) {
                return Optional.of(limited(in, entry.getSize(), most));
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
