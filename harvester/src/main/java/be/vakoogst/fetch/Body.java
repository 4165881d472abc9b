package be.vakoogst.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of an answer: small ones and those of pages in memory, those of large documents in a temporary file. */
public sealed interface Body extends AutoCloseable {

    static Body of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /**
     * What a stream holds, in a temporary file.
     *
     * @param most bytes that are taken; what comes behind them is not read
     * @throws IOException where it breaks off, or the disk is full; then no file is left
     */
    static Body spooled(InputStream content, long most) throws IOException {
        return Spooled.from(content, most);
    }

    long size();

    /** At most so many of its first bytes. */
    byte[] start(int most);

    /** All of it, in memory: only for what is known to be small. */
    byte[] bytes();

    /** A file that holds it, for as long as this body is open; written only now where the bytes are in memory. */
    Path file();

    /** Gives up the temporary file, if there is one. A body that nobody closes does so when it is no longer reachable. */
    @Override
    void close();

    /** Bytes in memory; they stay readable after it is closed. */
    final class InMemory implements Body {

        private final byte[] bytes;
        private Spooled written = Spooled.NOTHING;

        private InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] start(int most) {
            return Arrays.copyOf(bytes, Math.min(most, bytes.length));
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public Path file() {
            try {
                written.close();
                written = Spooled.from(new ByteArrayInputStream(bytes), bytes.length);
                return written.file();
            } catch (IOException e) {
                throw new UncheckedIOException("no room for a temporary file", e);
            }
        }

        @Override
        public void close() {
            written.close();
        }
    }

    /** Bytes in a temporary file that only we may read. */
    final class Spooled implements Body {

        private static final Cleaner CLEANER = Cleaner.create();
        private static final Spooled NOTHING = new Spooled(Path.of(""), 0, () -> {});

        private final Path file;
        private final long size;
        private final Cleaner.Cleanable removal;

        private Spooled(Path file, long size, Runnable removal) {
            this.file = file;
            this.size = size;
            this.removal = CLEANER.register(this, removal);
        }

        /**
         * @param most bytes that are taken; what comes behind them is not read
         * @throws IOException where the other side breaks off, or the disk is full; then no file is left
         */
        static Spooled from(InputStream content, long most) throws IOException {
            Path file = Files.createTempFile("vakoogst-", ".body");
            try {
                long size = copy(content, file, most);
                return new Spooled(file, size, () -> delete(file));
            } catch (IOException | RuntimeException e) {
                delete(file);
                throw e;
            }
        }

        private static long copy(InputStream content, Path file, long most) throws IOException {
            try (var out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int read = content.read(buffer); read >= 0 && size < most; read = content.read(buffer)) {
                    int taken = (int) Math.min(read, most - size);
                    out.write(buffer, 0, taken);
                    size += taken;
                }
                return size;
            }
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("a temporary file of ours cannot be removed", e);
            }
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public byte[] start(int most) {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(most);
            } catch (IOException e) {
                throw new UncheckedIOException("a temporary file of ours cannot be read", e);
            }
        }

        @Override
        public byte[] bytes() {
            return start(Math.toIntExact(size));
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public void close() {
            removal.clean();
        }
    }
}
