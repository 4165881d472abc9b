package be.vakoogst.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The known word nearest to one that is not known: a letter more, less or other, two in the wrong order; two such slips in a long word. */
final class Spelling {

    private static final int SHORTEST = 5;
    private static final int LONG = 9;

    /** Known words by what remains of them without one letter. */
    private final Map<String, List<String>> byRest = new HashMap<>();

    Spelling(Collection<String> known) {
        known.stream()
                .filter(word -> word.length() >= SHORTEST - 1)
                .forEach(word -> rests(word)
                        .forEach(rest -> byRest.computeIfAbsent(rest, key -> new ArrayList<>(1))
                                .add(word)));
    }

    /** The word itself, and the word without each one of its letters. */
    private static Set<String> rests(String word) {
        Set<String> rests = new LinkedHashSet<>();
        rests.add(word);
        for (int i = 0; i < word.length(); i++) {
            rests.add(word.substring(0, i) + word.substring(i + 1));
        }
        return rests;
    }

    Optional<String> nearest(String word) {
        if (word.length() < SHORTEST || word.length() > 40 || word.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        int allowed = word.length() >= LONG ? 2 : 1;
        Optional<String> best = Optional.empty();
        int least = allowed + 1;
        for (String rest : rests(word)) {
            for (String known : byRest.getOrDefault(rest, List.of())) {
                int distance = distance(word, known) + (known.charAt(0) == word.charAt(0) ? 0 : 1);
                if (distance < least) {
                    least = distance;
                    best = Optional.of(known);
                }
            }
        }
        return best;
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] cost) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
