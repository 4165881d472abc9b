package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trades by what people call them: their labels, occupations, school subjects and programmes. Renewed in its place. */
public final class TradeNames {

    private static final int MOST_WORDS = 12;

    private volatile Known known;

    /** @param exact by stems, so that a plural names the same */
    private record Known(Map<String, Set<Trade>> exact, TreeMap<String, Set<Trade>> sorted) {

        void add(String name, Trade trade) {
            List<String> words = Words.of(name, MOST_WORDS);
            exact.computeIfAbsent(stems(words), key -> new LinkedHashSet<>()).add(trade);
            sorted.computeIfAbsent(plain(words), key -> new LinkedHashSet<>()).add(trade);
        }
    }

    private TradeNames(Known known) {
        this.known = known;
    }

    public static TradeNames of(Vocabulary vocabulary) {
        Known known = new Known(new HashMap<>(), new TreeMap<>());
        vocabulary.trades().forEach(trade -> names(trade).forEach(name -> known.add(name, trade)));
        return new TradeNames(known);
    }

    /** Is from now on what that one is. */
    void become(TradeNames other) {
        known = other.known;
    }

    private static Stream<String> names(Trade trade) {
        Trade.Facts facts = trade.facts();
        return Stream.of(
                        trade.labels().values().stream(),
                        trade.labels().values().stream().flatMap(label -> Arrays.stream(label.split(" & | et | and "))),
                        facts.altLabels().stream(),
                        facts.schoolSubjects().stream(),
                        facts.studyProgrammes().stream())
                .flatMap(stream -> stream);
    }

    /** What publishers may call the part of their site that is about this trade, and about no other. */
    static List<String> ofCategories(Trade trade) {
        return Stream.concat(names(trade), trade.facts().categories().stream())
                .distinct()
                .toList();
    }

    /** What names are compared by. */
    static String key(String name) {
        return stems(Words.of(name, MOST_WORDS));
    }

    private static String stems(List<String> words) {
        return String.join(" ", words.stream().map(Words::stem).toList());
    }

    private static String plain(List<String> words) {
        return String.join(" ", words.stream().map(Words::plain).toList());
    }

    /** The trades that these words are a name of; none where they say more than a name. */
    public List<Trade> named(String words) {
        return List.copyOf(known.exact().getOrDefault(key(words), Set.of()));
    }

    /** The trades with a name that begins so. */
    public List<Trade> beginningWith(String start, int most) {
        String key = plain(Words.of(start, MOST_WORDS));
        if (key.isEmpty()) {
            return List.of();
        }
        Set<Trade> found = new LinkedHashSet<>(named(start));
        known.sorted().tailMap(key).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(key))
                .forEach(entry -> found.addAll(entry.getValue()));
        return new ArrayList<>(found).subList(0, Math.min(most, found.size()));
    }
}
