package be.vakoogst.trade;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.AssertedBy;
import be.vakoogst.resource.TradeAssertion.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files a text under the trades whose words it uses. Each word of a trade counts once per field, a title's more than a text's;
 * Dutch compounds speak by their first and last parts. Safe for any number of threads.
 */
public final class Classifier {

    private static final int LONGEST_TERM = 4;
    private static final int SHORTEST_PART = 5;
    private static final int MOST_WORDS = 3000;

    /** Below it nothing is said: one weak word is no evidence. */
    private static final double LEAST = 2.4;

    /** A trade that speaks so much less than the strongest is only mentioned. */
    private static final double SHARE_OF_BEST = 0.4;

    /** Points at which a judgement is worth about 0.63. */
    private static final double SCALE = 5;

    private final Map<String, List<Meaning>> meanings;
    private final Map<String, Integer> longestFrom;
    private final Readings readings = new Readings(this::look);

    private Classifier(Map<String, List<Meaning>> meanings) {
        this.meanings = meanings;
        this.longestFrom = longestFrom(meanings.keySet());
    }

    record Meaning(String trade, Trade.Term term) {}

    /** By the first word of terms of several words: how many the longest of them has. */
    private static Map<String, Integer> longestFrom(Set<String> keys) {
        Map<String, Integer> longest = new HashMap<>();
        for (String key : keys) {
            int space = key.indexOf(' ');
            if (space > 0) {
                int words = 1
                        + (int) key.chars()
                                .filter(character -> character == ' ')
                                .count();
                longest.merge(key.substring(0, space), Math.min(words, LONGEST_TERM), Math::max);
            }
        }
        return longest;
    }

    public static Classifier of(Vocabulary vocabulary) {
        Map<String, List<Meaning>> meanings = new HashMap<>();
        for (Trade trade : vocabulary.trades()) {
            for (Trade.Term term : trade.terms()) {
                List<Meaning> known = meanings.computeIfAbsent(
                        key(Words.of(term.text(), LONGEST_TERM + 1)), key -> new ArrayList<>());
                if (known.stream().noneMatch(meaning -> meaning.trade().equals(trade.id()))) {
                    known.add(new Meaning(trade.id(), term));
                }
            }
        }
        return new Classifier(meanings);
    }

    private static String key(List<String> words) {
        return String.join(" ", words.stream().map(Words::stem).toList());
    }

    /** The trades of a text, the surest first; none when nothing in it speaks clearly. */
    public List<TradeAssertion> classify(Classifiable text) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        Set<String> stems = new HashSet<>();
        List<Passage> passages = List.of(
                passage("title", text.title(), 1.6, stems),
                passage("description", text.description(), 1.0, stems),
                passage("keywords", String.join(" . ", text.keywords()), 1.2, stems),
                passage("text", text.text(), 0.35, stems));
        passages.forEach(passage -> read(passage, stems, tallies));
        return judge(tallies);
    }

    private record Passage(String field, List<Readings.Reading> words, double weight) {

        String shown(int start, int length) {
            return String.join(
                    " ",
                    words.subList(start, start + length).stream()
                            .map(Readings.Reading::word)
                            .toList());
        }

        String key(int start, int length) {
            return String.join(
                    " ",
                    words.subList(start, start + length).stream()
                            .map(Readings.Reading::stem)
                            .toList());
        }
    }

    private Passage passage(String field, String text, double weight, Set<String> all) {
        List<Readings.Reading> words =
                Words.of(text, MOST_WORDS).stream().map(readings::of).toList();
        words.forEach(word -> all.add(word.stem()));
        return new Passage(field, words, weight);
    }

    private void read(Passage passage, Set<String> context, Map<String, Tally> tallies) {
        for (int start = 0; start < passage.words().size(); ) {
            start += readAt(start, passage, context, tallies);
        }
    }

    /** The longest term that begins here; how many words it has. */
    private int readAt(int start, Passage passage, Set<String> context, Map<String, Tally> tallies) {
        Readings.Reading first = passage.words().get(start);
        int most = Math.min(
                longestFrom.getOrDefault(first.stem(), 1), passage.words().size() - start);
        for (int length = most; length > 1; length--) {
            List<Meaning> found = meanings.get(passage.key(start, length));
            if (found != null) {
                note(found, passage.shown(start, length), passage, 1, context, tallies);
                return length;
            }
        }
        note(first.whole(), first.word(), passage, 1, context, tallies);
        note(first.beginning(), first.word(), passage, 0.8, context, tallies);
        note(first.end(), first.word(), passage, 0.7, context, tallies);
        return 1;
    }

    /** What a single word may mean: by itself, or as {@code houtbewerkingsmachine} by the longest known beginning and end. */
    private Readings.Reading look(String word) {
        String stem = Words.stem(word);
        List<Meaning> whole = meanings.get(stem);
        return whole != null
                ? new Readings.Reading(word, stem, whole, List.of(), List.of())
                : new Readings.Reading(word, stem, List.of(), beginning(stem), end(stem));
    }

    private List<Meaning> beginning(String stem) {
        for (int end = stem.length() - 2; end >= SHORTEST_PART; end--) {
            List<Meaning> found = meanings.get(Words.stem(stem.substring(0, end)));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    private List<Meaning> end(String stem) {
        for (int start = 2; start <= stem.length() - SHORTEST_PART; start++) {
            List<Meaning> found = meanings.get(stem.substring(start));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    /** A word that many trades use says less of each. */
    private static void note(
            List<Meaning> found,
            String shown,
            Passage passage,
            double share,
            Set<String> context,
            Map<String, Tally> tallies) {
        if (found.isEmpty()) {
            return;
        }
        List<Meaning> meant = found.stream()
                .filter(meaning -> meaning.term().notWith().stream().noneMatch(context::contains))
                .toList();
        for (Meaning meaning : meant) {
            double points = meaning.term().weight() * passage.weight() * share / Math.sqrt(meant.size());
            tallies.computeIfAbsent(meaning.trade(), trade -> new Tally())
                    .add(meaning.term().text(), shown, passage.field(), points);
        }
    }

    private static List<TradeAssertion> judge(Map<String, Tally> tallies) {
        double best = tallies.values().stream().mapToDouble(Tally::points).max().orElse(0);
        double least = Math.max(LEAST, best * SHARE_OF_BEST);
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().points() >= least)
                .map(entry -> entry.getValue().assertion(entry.getKey()))
                .sorted(Comparator.comparingDouble(TradeAssertion::score).reversed())
                .toList();
    }

    /** What speaks for one trade; a term counts once per field. */
    private static final class Tally {

        private static final int MOST_EVIDENCE = 8;

        private final Map<Evidence, Double> evidence = new LinkedHashMap<>();
        private final Set<String> counted = new HashSet<>();
        private double points;

        void add(String term, String shown, String field, double worth) {
            if (counted.add(field + " " + term)) {
                points += worth;
                evidence.merge(new Evidence(shown, field), worth, Double::sum);
            }
        }

        double points() {
            return points;
        }

        TradeAssertion assertion(String trade) {
            List<Evidence> strongest = evidence.entrySet().stream()
                    .sorted(Map.Entry.<Evidence, Double>comparingByValue().reversed())
                    .limit(MOST_EVIDENCE)
                    .map(Map.Entry::getKey)
                    .toList();
            double score = Math.round((1 - Math.exp(-points / SCALE)) * 1000) / 1000.0;
            return new TradeAssertion(trade, score, strongest, AssertedBy.RULE);
        }
    }
}
