package be.vakoogst.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What means the same, from {@code synonyms.txt} in the form of Solr: {@code a, b, c} for each other, {@code a => b, c} in one direction;
 * and what is related, {@code a ~> b, c}: who asks for the one is helped with the other.
 * They are put into the query, so that a change of the file holds from the next search on, without an index made anew. For any number of threads.
 */
public final class Synonyms {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int LONGEST = 5;

    private final Path file;
    private final Language language;
    private final InstantSource clock;
    private volatile State state = new State(Map.of(), Instant.EPOCH, "");

    public Synonyms(Path file, Language language, InstantSource clock) {
        this.file = file;
        this.language = language;
        this.clock = clock;
    }

    private record State(Map<String, List<Meaning>> meanings, Instant looked, String stamp) {}

    /**
     * What some words of a query also mean.
     *
     * @param words how many of its words are meant
     * @param others each of them says the same in words of its own
     */
    public record Match(int words, List<Meaning> others) {}

    /**
     * Another way to say it.
     *
     * @param words that together say it, in order
     * @param same whether it means the same, or is only related
     */
    public record Meaning(List<Reading> words, boolean same) {

        public Meaning {
            words = List.copyOf(words);
        }

        private String key() {
            return keyOf(words);
        }
    }

    /** What is known of the words from here on, the longest group first. */
    public List<Match> at(List<Reading> query, int start) {
        Map<String, List<Meaning>> meanings = current().meanings();
        List<Match> matches = new ArrayList<>();
        for (int length = Math.min(LONGEST, query.size() - start); length > 0; length--) {
            List<Meaning> others = meanings.get(keyOf(query.subList(start, start + length)));
            if (others != null) {
                matches.add(new Match(length, others));
            }
        }
        return matches;
    }

    private static String keyOf(List<Reading> words) {
        return words.stream().map(Reading::stem).collect(Collectors.joining(" "));
    }

    private State current() {
        State known = state;
        Instant now = clock.instant();
        if (now.isBefore(known.looked().plus(LOOK_AGAIN))) {
            return known;
        }
        String stamp = stamp();
        State next =
                stamp.equals(known.stamp()) ? new State(known.meanings(), now, stamp) : new State(read(), now, stamp);
        state = next;
        return next;
    }

    private String stamp() {
        try {
            return Files.isRegularFile(file) ? Files.getLastModifiedTime(file) + " " + Files.size(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("The word list %s cannot be read".formatted(file.toAbsolutePath()), e);
        }
    }

    private Map<String, List<Meaning>> read() {
        Map<String, Set<Meaning>> all = new HashMap<>();
        for (String line : WordList.read(file)) {
            boolean same = !line.contains("~>");
            String[] sides = line.split("[=~]>", 2);
            List<Meaning> left = meanings(sides[0], same);
            List<Meaning> right = sides.length > 1 ? meanings(sides[1], same) : left;
            left.forEach(from -> all.computeIfAbsent(from.key(), key -> new LinkedHashSet<>())
                    .addAll(right));
        }
        Map<String, List<Meaning>> others = new HashMap<>();
        all.forEach((key, meanings) -> others.put(
                key,
                meanings.stream().filter(meaning -> !meaning.key().equals(key)).toList()));
        return others;
    }

    private List<Meaning> meanings(String side, boolean same) {
        return Arrays.stream(side.split(","))
                .map(text -> language.read(text, LONGEST))
                .filter(words -> !words.isEmpty())
                .map(words -> new Meaning(words, same))
                .toList();
    }
}
