package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes Dutch compounds apart: {@code houtbewerkingsmachine → hout, bewerking, machine}. Parts are joined by nothing, {@code s}, {@code en},
 * {@code e} or a hyphen; the fewest parts that cover the whole word win. Safe for any number of threads.
 */
public final class Compounds {

    private static final int LONGEST_WORD = 48;
    private static final int SHORTEST_LISTED = 3;
    private static final int SHORTEST_OTHER = 4;
    private static final int MOST_PARTS = 4;
    private static final List<String> JOINTS = List.of("", "s", "en", "e", "-");

    private final Predicate<String> part;

    /**
     * @param listed stems that are meant as parts of compounds
     * @param other stems that may be, if they are not too short
     */
    Compounds(Set<String> listed, Set<String> other) {
        this.part = text -> {
            String stem = Words.stemOfPlain(text);
            return text.length() >= SHORTEST_LISTED && listed.contains(stem)
                    || text.length() >= SHORTEST_OTHER && other.contains(stem);
        };
    }

    /** The parts in their order, in lower case as they stood; empty when the word is none or cannot be covered. */
    public List<String> parts(String word) {
        String plain = Words.plain(word);
        int length = plain.length();
        if (length < 2 * SHORTEST_LISTED || length > LONGEST_WORD) {
            return List.of();
        }
        Cut[] best = new Cut[length + 1];
        best[length] = new Cut(0, length, length);
        for (int start = length - SHORTEST_LISTED; start >= 0; start--) {
            best[start] = cheapest(plain, start, best);
        }
        return best[0] == null || best[0].parts() < 2 || best[0].parts() > MOST_PARTS
                ? List.of()
                : followed(plain, best);
    }

    /** Where the part that begins here ends, and where the next one begins. */
    private record Cut(int parts, int end, int next) {}

    private @Nullable Cut cheapest(String word, int start, Cut[] best) {
        Cut found = null;
        for (int end = word.length(); end >= start + SHORTEST_LISTED; end--) {
            Cut cut = end - start == word.length() ? null : fewestBehind(word, end, best);
            // What leads to no end, or to no better one, need not be looked up: most parts need not.
            if (cut != null
                    && (found == null || cut.parts() < found.parts())
                    && part.test(word.substring(start, end))) {
                found = cut;
            }
        }
        return found;
    }

    /** A part that ends here, by the joint behind which the fewest parts follow. */
    private static @Nullable Cut fewestBehind(String word, int end, Cut[] best) {
        Cut found = null;
        for (String joint : JOINTS) {
            int next = end + joint.length();
            if (next <= word.length()
                    && best[next] != null
                    && word.startsWith(joint, end)
                    && (found == null || best[next].parts() + 1 < found.parts())) {
                found = new Cut(best[next].parts() + 1, end, next);
            }
        }
        return found;
    }

    private static List<String> followed(String word, Cut[] best) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < word.length(); at = best[at].next()) {
            parts.add(word.substring(at, best[at].end()));
        }
        return parts;
    }
}
