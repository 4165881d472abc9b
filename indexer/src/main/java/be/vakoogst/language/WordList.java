package be.vakoogst.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of words that an operator edits: an entry a line, {@code #} begins a remark. */
final class WordList {

    private WordList() {}

    /** The entries; none where there is no such file. */
    static List<String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The word list %s cannot be read".formatted(file.toAbsolutePath()), e);
        }
    }
}
