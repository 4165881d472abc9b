package be.vakoogst.trade;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.AssertedBy;
import be.vakoogst.resource.TradeAssertion.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files a text under the trades whose words it uses. Each word of a trade counts once per field, a title's more than a text's;
 * Dutch compounds speak by their first and last parts. Safe for any number of threads.
 */
public final class Classifier {

    private static final int LONGEST_TERM = 4;
    private static final int SHORTEST_PART = 5;
    private static final int MOST_WORDS = 3000;
    private static final Pattern JOINED = Pattern.compile("[-/]");

    /** How much of its meaning a word keeps as part of another one. */
    private static final double OF_JOINED = 0.9;

    private static final double OF_BEGINNING = 0.8;
    private static final double OF_END = 0.75;
    private static final double OF_GUESS = 0.5;

    /** Below it nothing is said: one weak word is no evidence. */
    private static final double LEAST = 2.4;

    /** And so much where no single word speaks clearly. */
    private static final double LEAST_OF_HINTS = 4.5;

    /** A word that names a tool, material or task of one trade alone, and not only hints at it. */
    private static final double CLEAR = 1.4;

    /** A trade that speaks so much less than the strongest is only mentioned. */
    private static final double SHARE_OF_BEST = 0.5;

    /** What a second trade has to have: a word of its own that is strong by itself. */
    private static final double CLEAR_BESIDE_ANOTHER = 2.1;

    /** What speaks against any trade is tallied under this name, which no trade can have. */
    private static final String NO_TRADE = "";

    /** Points at which a judgement is worth about 0.63. */
    private static final double SCALE = 5;

    private final Map<String, List<Meaning>> meanings;
    private final Map<String, Integer> longestFrom;
    private final Set<String> words;
    private final Readings readings = new Readings(this::look);

    private Classifier(Map<String, List<Meaning>> meanings, Set<String> words) {
        this.meanings = meanings;
        this.words = words;
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
        vocabulary.trades().forEach(trade -> add(trade.id(), trade.terms(), meanings));
        add(NO_TRADE, vocabulary.against(), meanings);
        return new Classifier(meanings, vocabulary.compoundParts());
    }

    /** The first mention of a word counts: lists go from what speaks strongest. */
    private static void add(String trade, List<Trade.Term> terms, Map<String, List<Meaning>> meanings) {
        for (Trade.Term term : terms) {
            List<Meaning> known =
                    meanings.computeIfAbsent(key(Words.of(term.text(), LONGEST_TERM + 1)), key -> new ArrayList<>());
            if (known.stream().noneMatch(meaning -> meaning.trade().equals(trade))) {
                known.add(new Meaning(trade, term));
            }
        }
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

    /** The same resource under the trades that its words speak of, or else under those that its source states for all it has. */
    public LearningResource file(LearningResource resource) {
        List<TradeAssertion> judged = classify(Classifiable.of(resource));
        return resource.withTrades(
                judged.isEmpty()
                        ? resource.subject().sourceTrades().stream()
                                .map(Classifier::ofSource)
                                .toList()
                        : judged);
    }

    private static TradeAssertion ofSource(String trade) {
        return new TradeAssertion(trade, 0.5, List.of(new Evidence("defaults.trades", "source")), AssertedBy.SOURCE);
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
        for (Readings.Part part : first.parts()) {
            note(part.meanings(), first.word(), passage, part.share(), context, tallies);
        }
        return 1;
    }

    /** What a single word may mean: by itself, by the words that a hyphen joins, or as {@code houtbewerkingsmachine} by its known parts. */
    private Readings.Reading look(String word) {
        String stem = Words.stem(word);
        List<Meaning> whole = meanings.get(stem);
        if (whole != null) {
            return new Readings.Reading(word, stem, List.of(new Readings.Part(whole, 1)));
        }
        String[] joined = JOINED.split(word);
        return new Readings.Reading(word, stem, joined.length > 1 ? joined(joined) : compounded(stem));
    }

    private List<Readings.Part> joined(String[] words) {
        return Arrays.stream(words)
                .map(word -> meanings.get(Words.stem(word)))
                .filter(Objects::nonNull)
                .map(found -> new Readings.Part(found, OF_JOINED))
                .toList();
    }

    private List<Readings.Part> compounded(String stem) {
        List<Readings.Part> parts = new ArrayList<>();
        beginning(stem).ifPresent(parts::add);
        end(stem).ifPresent(parts::add);
        return parts;
    }

    /** The longest known beginning; it says less where what follows is no word we know. */
    private Optional<Readings.Part> beginning(String stem) {
        for (int end = stem.length() - 2; end >= SHORTEST_PART; end--) {
            List<Meaning> found = meanings.get(Words.stem(stem.substring(0, end)));
            if (found != null) {
                boolean sure = isWord(stem.substring(end));
                return Optional.of(new Readings.Part(found, sure ? OF_BEGINNING : OF_GUESS));
            }
        }
        return Optional.empty();
    }

    private Optional<Readings.Part> end(String stem) {
        for (int start = 2; start <= stem.length() - SHORTEST_PART; start++) {
            List<Meaning> found = meanings.get(stem.substring(start));
            if (found != null) {
                boolean sure = isWord(stem.substring(0, start));
                return Optional.of(new Readings.Part(found, sure ? OF_END : OF_GUESS));
            }
        }
        return Optional.empty();
    }

    /** Also with one of the sounds that join Dutch compounds. */
    private boolean isWord(String part) {
        return known(part)
                || part.startsWith("s") && known(part.substring(1))
                || part.startsWith("en") && known(part.substring(2))
                || part.endsWith("s") && known(part.substring(0, part.length() - 1))
                || part.endsWith("en") && known(part.substring(0, part.length() - 2));
    }

    private boolean known(String part) {
        String stem = Words.stem(part);
        return words.contains(stem) || meanings.containsKey(stem);
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
            double clarity = meaning.term().weight() * share / Math.sqrt(meant.size());
            tallies.computeIfAbsent(meaning.trade(), trade -> new Tally())
                    .add(meaning.term().text(), shown, passage, clarity);
        }
    }

    private static List<TradeAssertion> judge(Map<String, Tally> tallies) {
        double against =
                Optional.ofNullable(tallies.remove(NO_TRADE)).map(Tally::points).orElse(0.0);
        double best = tallies.values().stream().mapToDouble(Tally::points).max().orElse(0);
        if (best <= against) {
            return List.of();
        }
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().speaks(best))
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
        private double clearest;

        void add(String term, String shown, Passage passage, double clarity) {
            if (counted.add(passage.field() + " " + term)) {
                double worth = clarity * passage.weight();
                points += worth;
                clearest = Math.max(clearest, clarity);
                evidence.merge(new Evidence(shown, passage.field()), worth, Double::sum);
            }
        }

        /** @param best points of the trade that speaks loudest */
        boolean speaks(double best) {
            boolean loudest = points >= best;
            return points >= (clearest >= CLEAR ? LEAST : LEAST_OF_HINTS)
                    && (loudest || points >= best * SHARE_OF_BEST && clearest >= CLEAR_BESIDE_ANOTHER);
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
