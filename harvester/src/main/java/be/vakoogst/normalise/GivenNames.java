package be.vakoogst.normalise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that people are given. They stand in {@code config/vocabularies/given-names.txt}. */
record GivenNames(Set<String> known) {

    /** @param lines names between spaces; {@code #} before a comment */
    static GivenNames of(List<String> lines) {
        return new GivenNames(lines.stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .filter(name -> !name.isEmpty())
                .map(GivenNames::folded)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** {@code Jean-Pierre} is one where both are. */
    boolean contains(String word) {
        return Arrays.stream(word.split("-")).allMatch(part -> known.contains(folded(part)));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
