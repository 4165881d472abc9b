package be.vakoogst.language;

import be.vakoogst.trade.Remembered;
import be.vakoogst.trade.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Reads texts with the words of the vocabulary in mind. Safe for any number of threads; remembers what it found of the words met lately. */
public final class Language {

    /** Changes with the rules of this room: an index made by others is made anew. */
    private static final String RULES = "1";

    private static final int REMEMBERED = 1 << 17;
    private static final int MOST_WORDS_OF_A_TERM = 100_000;
    private static final int SHORTEST_KNOWN = 4;
    private static final int DEEPEST = 3;
    private static final Pattern JOINED = Pattern.compile("[-']");

    private final Set<String> stems = new HashSet<>();
    private final Set<String> compoundParts = new HashSet<>();
    private final Compounds compounds = new Compounds(this::isPart);
    private final Derivations derivations = new Derivations(stems::contains);
    private final Spelling spelling;
    private final String version;
    private final Remembered<Reading> remembered = new Remembered<>(REMEMBERED, this::look);

    /**
     * Knows these words.
     *
     * @param parts words that compounds are made of, however short
     * @param terms words and groups of words of the trades
     */
    public Language(Collection<String> parts, Collection<String> terms) {
        Set<String> words = new TreeSet<>();
        terms.forEach(term -> Token.of(term, MOST_WORDS_OF_A_TERM).forEach(token -> words.add(Form.of(token.text()))));
        parts.forEach(part -> words.add(Form.of(part)));
        parts.forEach(part -> compoundParts.add(DutchStem.of(Form.of(part))));
        words.stream().filter(word -> word.length() >= SHORTEST_KNOWN).forEach(word -> stems.add(DutchStem.of(word)));
        stems.addAll(compoundParts);
        spelling = new Spelling(words);
        version = checksum(words);
    }

    /** Knows the words of an operator's folder: compounds' parts and the language of the trades. Synonyms may change without an index made anew. */
    public static Language load(Path vocabularies, Vocabulary vocabulary) {
        List<String> terms = new ArrayList<>();
        vocabulary.trades().forEach(trade -> trade.terms().forEach(term -> terms.add(term.text())));
        return new Language(WordList.read(vocabularies.resolve("compound-words.txt")), terms);
    }

    private static String checksum(Set<String> words) {
        CRC32C checksum = new CRC32C();
        words.forEach(word -> checksum.update(word.getBytes(StandardCharsets.UTF_8)));
        return RULES + "-" + Long.toHexString(checksum.getValue());
    }

    /** Changes whenever the same text may be read otherwise. */
    public String version() {
        return version;
    }

    private boolean isPart(String word) {
        String stem = DutchStem.of(word);
        return word.length() >= SHORTEST_KNOWN ? stems.contains(stem) : compoundParts.contains(stem);
    }

    /** The words of a text in order, at most so many; a number and its unit are one. */
    public List<Reading> read(String text, int most) {
        List<Reading> readings = new ArrayList<>();
        walk(
                text,
                most,
                readings::add,
                token -> readings.add(word(token.text()).at(token.text(), token.start(), token.end())));
        return readings;
    }

    /** Hands over the words of a text in order, at most so many: a number and its unit as one amount, all else as it stands. */
    static void walk(String text, int most, Consumer<Reading> amounts, Consumer<Token> words) {
        List<Token> tokens = Token.of(text, most);
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Reading> amount = amount(tokens, i, text);
            if (amount.isPresent()) {
                amounts.accept(amount.get());
                i++;
            } else {
                words.accept(tokens.get(i));
            }
        }
    }

    /** The number at a place and the unit behind it, if they are there. */
    private static Optional<Reading> amount(List<Token> tokens, int at, String text) {
        Token number = tokens.get(at);
        if (at + 1 == tokens.size() || !Character.isDigit(number.text().charAt(0))) {
            return Optional.empty();
        }
        Token unit = tokens.get(at + 1);
        return unit.start() - number.end() > 1
                ? Optional.empty()
                : Units.of(number.text(), Form.of(unit.text()))
                        .map(amount -> amount(amount)
                                .at(text.substring(number.start(), unit.end()), number.start(), unit.end()));
    }

    private static Reading amount(Units.Amount amount) {
        return new Reading(amount.together(), 0, 0, amount.together(), List.of(), List.of(amount.number()), true);
    }

    /** A word by itself, as if it stood at the beginning of a text. */
    public Reading word(String word) {
        return remembered.of(word);
    }

    /** A stem as a word of its own, such as the part of a compound. */
    public Reading stem(String stem) {
        return new Reading(stem, 0, stem.length(), stem, List.of(), List.of(), true);
    }

    private Reading look(String word) {
        String form = Form.of(word);
        return Units.together(form)
                .map(amount -> amount(amount).at(word, 0, word.length()))
                .orElseGet(() -> Units.isNumber(form) ? number(word, form) : look(word, form));
    }

    private static Reading number(String word, String form) {
        return new Reading(word, 0, word.length(), form.replace(',', '.'), List.of(), List.of(), true);
    }

    private Reading look(String word, String form) {
        String together = JOINED.matcher(form).replaceAll("");
        String stem = DutchStem.of(together);
        List<String> parts = new ArrayList<>();
        Set<String> looser = new LinkedHashSet<>(derivations.of(together, stem));
        for (String part : parts(form, together)) {
            parts.add(DutchStem.of(part));
            looser(part, looser, DEEPEST);
        }
        looser.remove(stem);
        boolean known =
                stems.contains(stem) || !parts.isEmpty() && parts.stream().allMatch(stems::contains);
        return new Reading(word, 0, word.length(), stem, parts, List.copyOf(looser), known);
    }

    private List<String> parts(String form, String together) {
        return form.equals(together)
                ? compounds.parts(together)
                : Stream.of(JOINED.split(form))
                        .filter(part -> part.length() > 1)
                        .toList();
    }

    /** A part, what it is made of itself, and what it comes from. */
    private void looser(String part, Set<String> found, int deep) {
        String stem = DutchStem.of(part);
        found.add(stem);
        found.addAll(derivations.of(part, stem));
        if (deep > 0) {
            compounds.parts(part).forEach(smaller -> looser(smaller, found, deep - 1));
        }
    }

    /** The known word that was probably meant by one that is not known. */
    public Optional<String> spelled(Reading reading) {
        return reading.known() ? Optional.empty() : spelling.nearest(Form.of(reading.word()));
    }
}
