package be.vakoogst.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where the documents lie: a folder or a zip file. Names are relative, with {@code /}; nothing outside is ever read. */
sealed interface Shelf extends AutoCloseable {

    /** Bytes of one document; more are not read. */
    int MOST_BYTES = 50 << 20;

    /** Documents of one shelf. */
    int MOST_DOCUMENTS = 100_000;

    /** In the order of their names, without hidden ones. */
    List<String> names() throws IOException;

    /** Empty when there is no such document. */
    Optional<byte[]> read(String name) throws IOException;

    @Override
    void close() throws IOException;

    static Shelf open(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path.toRealPath()) : new Zip(new ZipFile(path.toFile()));
    }

    private static boolean isVisible(String name) {
        return Stream.of(name.split("/")).noneMatch(part -> part.startsWith(".") || part.startsWith("__MACOSX"));
    }

    private static byte[] limited(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException(name + " is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        return bytes;
    }

    /** @param root without symbolic links */
    record Folder(Path root) implements Shelf {

        @Override
        public List<String> names() throws IOException {
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(this::isOurs)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(Shelf::isVisible)
                        .sorted()
                        .limit(MOST_DOCUMENTS)
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
        public Optional<byte[]> read(String name) throws IOException {
            Path file = root.resolve(name).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file) || !isOurs(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(limited(in, name));
            }
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }

    record Zip(ZipFile file) implements Shelf {

        @Override
        public List<String> names() {
            List<String> names = new ArrayList<>();
            file.stream()
                    .filter(entry -> !entry.isDirectory() && isVisible(entry.getName()))
                    .limit(MOST_DOCUMENTS)
                    .forEach(entry -> names.add(entry.getName()));
            return names.stream().sorted().toList();
        }

        @Override
        public Optional<byte[]> read(String name) throws IOException {
            ZipEntry entry = file.getEntry(name);
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            try (InputStream in = file.getInputStream(entry)) {
                return Optional.of(limited(in, name));
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
