package be.vakoogst.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads lists of words: {@code strong, medium, weak} in YAML with how strongly they speak, or one word a line. */
final class TermLists {

    static final double STRONG = 3;
    static final double MEDIUM = 2;
    static final double WEAK = 1;

    private static final Map<String, Double> WEIGHTS = Map.of("strong", STRONG, "medium", MEDIUM, "weak", WEAK);

    private TermLists() {}

    /** Words of a group that speak equally strongly. */
    record Group(double weight, List<String> words) {

        static Group of(double weight, List<String> words) {
            return new Group(
                    weight,
                    words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
        }
    }

    /** The groups of a mapping, the order of the file kept. */
    static List<Group> groups(Stated words, String what) {
        return words.fields(what, WEIGHTS.keySet()).entrySet().stream()
                .map(group -> Group.of(
                        WEIGHTS.getOrDefault(group.getKey(), 0.0),
                        group.getValue().texts(group.getKey())))
                .toList();
    }

    /** The groups of a file; none where there is no such file. */
    static List<Group> groups(Path file) {
        return Files.isRegularFile(file)
                ? Stated.read(file)
                        .map(words -> groups(words, "a list of words"))
                        .orElse(List.of())
                : List.of();
    }

    /** The stems of a file with one word a line, {@code #} before what is no word; none where there is no such file. */
    static Set<String> stems(Path file) {
        return Files.isRegularFile(file)
                ? lines(file).stream()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .map(Words::stem)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new VocabularyException(file, 1, "cannot be read: " + e);
        }
    }
}
