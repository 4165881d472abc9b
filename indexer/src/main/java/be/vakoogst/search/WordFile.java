package be.vakoogst.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words that belong to the program; {@code #} begins a remark. */
final class WordFile {

    private WordFile() {}

    static Set<String> words(String name) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(WordFile.class.getResourceAsStream("/search/" + name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
