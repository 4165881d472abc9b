package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of all trades, by their stems: what each may mean, whole or as part of another one. Safe for any number of threads. */
final class Lexicon {

    static final int LONGEST_TERM = 4;

    private static final int SHORTEST_GUESS = 5;
    private static final Pattern JOINED = Pattern.compile("[-/]");

    /** How much of its meaning a word keeps as part of another one. */
    private static final double OF_JOINED = 0.9;

    private static final double OF_BEGINNING = 0.8;
    private static final double OF_END = 0.75;
    private static final double OF_GUESS = 0.5;

    private final Map<String, List<Meaning>> meanings = new HashMap<>();
    private final Map<String, Integer> longestFrom = new HashMap<>();
    private final Map<String, Integer> longestContextFrom = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Map<String, List<Integer>> names = new HashMap<>();
    private final Compounds compounds;

    /** @param trade its place in the vocabulary; the one behind the last stands for what speaks against any */
    record Meaning(int trade, Trade.Term term) {}

    /** @param share how much of what the part means by itself it still means here */
    record Part(List<Meaning> meanings, double share) {}

    Lexicon(Vocabulary.Contents vocabulary) {
        List<Trade> trades = List.copyOf(vocabulary.trades().values());
        for (int trade = 0; trade < trades.size(); trade++) {
            add(trade, trades.get(trade).terms());
            for (String name : TradeNames.ofCategories(trades.get(trade))) {
                names.computeIfAbsent(TradeNames.key(name), key -> new ArrayList<>())
                        .add(trade);
            }
        }
        add(trades.size(), vocabulary.against());
        Set<String> single = new HashSet<>(meanings.keySet());
        single.removeIf(key -> key.indexOf(' ') >= 0);
        this.compounds = new Compounds(vocabulary.compoundParts(), single);
    }

    /** The first mention of a word counts: lists go from what speaks strongest. */
    private void add(int trade, List<Trade.Term> terms) {
        for (Trade.Term term : terms) {
            term.notWith().forEach(this::addContext);
            List<String> stems = Words.of(term.text(), LONGEST_TERM + 1).stream()
                    .map(Words::stem)
                    .toList();
            if (stems.isEmpty()) {
                continue;
            }
            List<Meaning> known = meanings.computeIfAbsent(String.join(" ", stems), key -> new ArrayList<>());
            if (known.stream().noneMatch(meaning -> meaning.trade() == trade)) {
                known.add(new Meaning(trade, term));
            }
            if (stems.size() > 1) {
                beginnings.add(stems.get(0) + " " + stems.get(1));
            }
            longestFrom.merge(stems.getFirst(), Math.min(stems.size(), LONGEST_TERM), Math::max);
        }
    }

    private void addContext(String stems) {
        String[] words = stems.split(" ");
        longestContextFrom.merge(words[0], words.length, Math::max);
    }

    /** How many words the longest of what gives another sense has that begins with this stem; 0 where none does. */
    int longestContextFrom(String stem) {
        return longestContextFrom.getOrDefault(stem, 0);
    }

    /** How many words the longest term has that begins with this stem. */
    int longestFrom(String stem) {
        return longestFrom.getOrDefault(stem, 1);
    }

    /** What a term means, given by its stems with spaces between them; empty for what is none. */
    List<Meaning> term(String stems) {
        return meanings.getOrDefault(stems, List.of());
    }

    /** Whether any term of several words begins with these two stems, with a space between them. */
    boolean mayBegin(String stems) {
        return beginnings.contains(stems);
    }

    /** The places of the trades that a publisher's category names: by all of its path, or by its last step. */
    List<Integer> named(String category) {
        List<Integer> whole = names.getOrDefault(TradeNames.key(category), List.of());
        int step = category.lastIndexOf('>');
        return whole.isEmpty() && step >= 0
                ? names.getOrDefault(TradeNames.key(category.substring(step + 1)), List.of())
                : whole;
    }

    Compounds compounds() {
        return compounds;
    }

    /** What a single word may mean: by itself, by the words that a hyphen joins, or as {@code houtbewerkingsmachine} by its known parts. */
    List<Part> look(String word, String stem, List<String> pieces) {
        List<Meaning> whole = meanings.get(stem);
        if (whole != null) {
            return List.of(new Part(whole, 1));
        }
        String[] joined = word.indexOf('-') < 0 && word.indexOf('/') < 0 ? new String[0] : JOINED.split(word);
        if (joined.length > 1) {
            return Arrays.stream(joined)
                    .flatMap(each -> look(each, Words.stem(each), compounds.parts(each)).stream())
                    .map(part -> new Part(part.meanings(), part.share() * OF_JOINED))
                    .toList();
        }
        return pieces.isEmpty() ? guessed(stem) : ofPieces(pieces);
    }

    /** Neighbouring parts that are a word together speak together: {@code dak, goot} of {@code dakgootbeugel}. */
    private List<Part> ofPieces(List<String> pieces) {
        List<Part> parts = new ArrayList<>();
        for (int start = 0; start < pieces.size(); ) {
            int end = pieces.size();
            List<Meaning> found = null;
            while (end > start && found == null) {
                found = meanings.get(Words.stemOfPlain(String.join("", pieces.subList(start, end))));
                end -= found == null ? 1 : 0;
            }
            if (found != null) {
                parts.add(new Part(found, end == pieces.size() ? OF_END : OF_BEGINNING));
            }
            start = Math.max(end, start + 1);
        }
        return parts;
    }

    /** Where the parts do not cover the word: its longest known beginning, and else its longest known end. */
    private List<Part> guessed(String stem) {
        return beginning(stem).or(() -> end(stem)).stream().toList();
    }

    private Optional<Part> beginning(String stem) {
        for (int end = stem.length() - 2; end >= SHORTEST_GUESS; end--) {
            List<Meaning> found = meanings.get(Words.stemOfPlain(stem.substring(0, end)));
            if (found != null) {
                return Optional.of(new Part(found, OF_GUESS));
            }
        }
        return Optional.empty();
    }

    private Optional<Part> end(String stem) {
        for (int start = 2; start <= stem.length() - SHORTEST_GUESS; start++) {
            List<Meaning> found = meanings.get(stem.substring(start));
            if (found != null) {
                return Optional.of(new Part(found, OF_GUESS));
            }
        }
        return Optional.empty();
    }
}
