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

    private Classifier(Map<String, List<Meaning>> meanings) {
        this.meanings = meanings;
    }

    private record Meaning(String trade, Trade.Term term) {}

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
                Passage.of("title", text.title(), 1.6, stems),
                Passage.of("description", text.description(), 1.0, stems),
                Passage.of("keywords", String.join(" . ", text.keywords()), 1.2, stems),
                Passage.of("text", text.text(), 0.35, stems));
        passages.forEach(passage -> read(passage, stems, tallies));
        return judge(tallies);
    }

    private record Passage(String field, List<String> words, List<String> stems, double weight) {

        static Passage of(String field, String text, double weight, Set<String> all) {
            List<String> words = Words.of(text, MOST_WORDS);
            List<String> stems = words.stream().map(Words::stem).toList();
            all.addAll(stems);
            return new Passage(field, words, stems, weight);
        }
    }

    private void read(Passage passage, Set<String> context, Map<String, Tally> tallies) {
        for (int start = 0; start < passage.stems().size(); ) {
            start += readAt(start, passage, context, tallies);
        }
    }

    /** The longest term that begins here; how many words it has. */
    private int readAt(int start, Passage passage, Set<String> context, Map<String, Tally> tallies) {
        int most = Math.min(LONGEST_TERM, passage.stems().size() - start);
        for (int length = most; length >= 1; length--) {
            String key = length == 1
                    ? passage.stems().get(start)
                    : String.join(" ", passage.stems().subList(start, start + length));
            List<Meaning> found = meanings.get(key);
            if (found != null) {
                String shown = String.join(" ", passage.words().subList(start, start + length));
                note(found, shown, passage, 1, context, tallies);
                return length;
            }
        }
        readParts(start, passage, context, tallies);
        return 1;
    }

    /** {@code houtbewerkingsmachine}: the longest known beginning and the longest known end. */
    private void readParts(int at, Passage passage, Set<String> context, Map<String, Tally> tallies) {
        String stem = passage.stems().get(at);
        String shown = passage.words().get(at);
        for (int end = stem.length() - 2; end >= SHORTEST_PART; end--) {
            List<Meaning> beginning = meanings.get(Words.stem(stem.substring(0, end)));
            if (beginning != null) {
                note(beginning, shown, passage, 0.8, context, tallies);
                break;
            }
        }
        for (int start = 2; start <= stem.length() - SHORTEST_PART; start++) {
            List<Meaning> end = meanings.get(stem.substring(start));
            if (end != null) {
                note(end, shown, passage, 0.7, context, tallies);
                break;
            }
        }
    }

    /** A word that many trades use says less of each. */
    private static void note(
            List<Meaning> found,
            String shown,
            Passage passage,
            double share,
            Set<String> context,
            Map<String, Tally> tallies) {
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
