package be.vakoogst.trade;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was learnt when the program was built, from the vocabulary as it was then. Learning it anew would take seconds of each start; it is done
 * where an operator has changed a file since, or has corrected a record.
 */
final class Learnt {

    private static final String NAME = "learnt.bin";
    private static final int BUFFER = 1 << 16;

    private Learnt() {}

    /** Part of the build. Arguments: the folder of the vocabulary, and that of the classes of this package. */
    static void main(String... arguments) throws IOException {
        Vocabulary.Contents contents = Vocabulary.load(Path.of(arguments[0])).contents();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1], NAME)), BUFFER))) {
            out.writeUTF(contents.digest());
            Judge.taughtBy(contents, contents.examples()).write(out);
        }
    }

    /** Empty where the vocabulary is another one than then. */
    static Optional<Leanings> from(Vocabulary.Contents contents) {
        try (InputStream stored = Learnt.class.getResourceAsStream(NAME)) {
            return stored == null ? Optional.empty() : read(stored, contents.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Leanings> read(InputStream stored, String digest) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stored, BUFFER));
        return in.readUTF().equals(digest) ? Optional.of(Leanings.read(in)) : Optional.empty();
    }
}
