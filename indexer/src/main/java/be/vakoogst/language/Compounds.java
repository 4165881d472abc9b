package be.vakoogst.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes Dutch compounds apart into words that are known: {@code houtbewerkingsmachine → hout, bewerking, machine}. */
final class Compounds {

    private static final int SHORTEST = 6;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST = 40;

    /** A part beside a rest that nobody knows is believed when it is so long, and the rest no shorter than that. */
    private static final int SURE = 5;

    private static final int REST = 4;

    /** What verbs and their nouns begin with is no part of a compound. */
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:ver|be|ge|ont|her|er|aan|af|in|op|uit|om|door|voor|bij|na|over|onder|toe|mis|des|re|con|pro).*");

    private static final String MAKERS_PLACE = "erij";

    private final Predicate<String> known;

    /** @param known whether a part is a word, as it stands */
    Compounds(Predicate<String> known) {
        this.known = known;
    }

    /** The parts in order, at least two; none where the word is no compound of known words. */
    List<String> parts(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST || word.endsWith(MAKERS_PLACE)) {
            return List.of();
        }
        return whole(word).orElseGet(() -> half(word));
    }

    /** The fewest parts; of equally few the ones with the longest end, as the end is what the thing is. */
    private Optional<List<String>> whole(String word) {
        int length = word.length();
        List<Optional<List<String>>> best = new ArrayList<>();
        for (int i = 0; i <= length; i++) {
            best.add(Optional.empty());
        }
        best.set(length, Optional.of(List.of()));
        for (int start = length - SHORTEST_PART; start >= 0; start--) {
            best.set(start, from(word, start, best));
        }
        return best.getFirst();
    }

    private Optional<List<String>> from(String word, int start, List<Optional<List<String>>> best) {
        Optional<List<String>> fewest = Optional.empty();
        for (int end = start + SHORTEST_PART; end <= word.length(); end++) {
            boolean all = start == 0 && end == word.length();
            if (best.get(end).isPresent() && !all) {
                Optional<String> part = word(word.substring(start, end), end < word.length());
                int parts = 1 + best.get(end).get().size();
                if (part.isPresent() && fewest.map(List::size).orElse(Integer.MAX_VALUE) > parts) {
                    fewest = Optional.of(joined(part.get(), best.get(end).get()));
                }
            }
        }
        return fewest;
    }

    private static List<String> joined(String part, List<String> rest) {
        List<String> all = new ArrayList<>();
        all.add(part);
        all.addAll(rest);
        return all;
    }

    /** With the sound that joins it to what follows taken off. */
    private Optional<String> word(String part, boolean followed) {
        if (known.test(part)) {
            return Optional.of(part);
        }
        String shorter = part.substring(0, part.length() - 1);
        return followed && part.endsWith("s") && part.length() > SHORTEST_PART && known.test(shorter)
                ? Optional.of(shorter)
                : Optional.empty();
    }

    /** A known beginning or end beside something unknown. */
    private List<String> half(String word) {
        if (PREFIX.matcher(word).matches()) {
            return List.of();
        }
        for (int cut = REST; cut <= word.length() - SURE; cut++) {
            if (known.test(word.substring(cut))) {
                return List.of(word.substring(0, cut), word.substring(cut));
            }
        }
        for (int cut = word.length() - REST; cut >= SURE; cut--) {
            if (known.test(word.substring(0, cut))) {
                return List.of(word.substring(0, cut), word.substring(cut));
            }
        }
        return List.of();
    }
}
