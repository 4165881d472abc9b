package be.vakoogst.search;

import be.vakoogst.language.Language;
import be.vakoogst.language.Reading;
import be.vakoogst.language.Synonyms;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.search.Concept.Kind;
import be.vakoogst.search.Concept.Variant;
import be.vakoogst.trade.Classifiable;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.TradeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From what somebody typed to what is meant: concepts with their synonyms, compounds and spellings, and the trades they speak of. */
class Understanding {

    /** Nobody types more; a page of text pasted into the field is searched for by its beginning. */
    private static final int MOST_WORDS = 24;

    private static final int MOST_PHRASES = 4;
    private static final int MOST_VARIANTS = 24;
    private static final Pattern PHRASE = Pattern.compile("[\"“”„«»]([^\"“”„«»]{2,200})[\"“”„«»]");

    private static final double OF_SYNONYM = 0.8;
    private static final double OF_RELATED = 0.3;
    private static final double OF_COMPOUND = 0.6;
    private static final double OF_HEAD = 0.12;
    private static final double OF_GENERAL = 0.35;
    private static final double OF_SPELLING = 0.7;

    private final Language language;
    private final Synonyms synonyms;
    private final TradeNames names;
    private final Classifier classifier;
    private final Set<String> stopwords;
    private final Set<String> general;

    Understanding(Language language, Synonyms synonyms, TradeNames names, Classifier classifier) {
        this.language = language;
        this.synonyms = synonyms;
        this.names = names;
        this.classifier = classifier;
        this.stopwords = WordFile.words("stopwords.txt");
        this.general = WordFile.words("general-words.txt").stream()
                .map(word -> language.word(word).stem())
                .collect(Collectors.toUnmodifiableSet());
    }

    Understood of(String query) {
        List<String> phrases = PHRASE.matcher(query)
                .results()
                .map(MatchResult::group)
                .map(phrase -> phrase.substring(1, phrase.length() - 1).strip())
                .filter(phrase -> !phrase.isEmpty())
                .limit(MOST_PHRASES)
                .toList();
        List<Reading> words = telling(language.read(PHRASE.matcher(query).replaceAll(" "), MOST_WORDS));
        Optional<String> spelled = spelled(words);
        String meant = spelled.orElse(query);
        return new Understood(phrases, concepts(words), names.named(meant), judged(meant), spelled);
    }

    private List<TradeAssertion> judged(String words) {
        return classifier.classify(new Classifiable(words, "", List.of(), ""));
    }

    private List<Reading> telling(List<Reading> words) {
        List<Reading> telling = words.stream()
                .filter(word -> !stopwords.contains(word.word().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return telling.isEmpty() ? words : telling;
    }

    private Optional<String> spelled(List<Reading> words) {
        List<Optional<String>> better = words.stream().map(this::spelled).toList();
        if (better.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            all.add(better.get(i).orElse(words.get(i).word()));
        }
        return Optional.of(String.join(" ", all));
    }

    private Optional<String> spelled(Reading word) {
        return synonyms.at(List.of(word), 0).isEmpty() ? language.spelled(word) : Optional.empty();
    }

    private List<Concept> concepts(List<Reading> words) {
        List<Concept> concepts = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            List<Synonyms.Match> matches = synonyms.at(words, at);
            int length = matches.isEmpty() ? 1 : matches.getFirst().words();
            concepts.add(concept(words.subList(at, at + length), matches));
            at += length;
        }
        return concepts;
    }

    private Concept concept(List<Reading> words, List<Synonyms.Match> matches) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(Kind.WORD, 1, words));
        matches.stream()
                .filter(match -> match.words() == words.size())
                .forEach(match -> addSynonyms(match, words.size(), OF_SYNONYM, variants));
        boolean known = !matches.isEmpty() || words.stream().allMatch(Reading::known);
        if (words.size() == 1) {
            compound(words.getFirst(), variants);
            language.spelled(words.getFirst())
                    .filter(better -> matches.isEmpty())
                    .ifPresent(better -> spelling(language.word(better), variants));
        }
        String shown = words.stream().map(Reading::word).collect(Collectors.joining(" "));
        double weight = words.size() == 1 && isGeneral(words.getFirst()) ? OF_GENERAL : 1;
        return new Concept(shown, weight, known, variants.subList(0, Math.min(MOST_VARIANTS, variants.size())));
    }

    private boolean isGeneral(Reading word) {
        return general.contains(word.stem());
    }

    /** What needs more words to say the same finds no higher for that. */
    private void addSynonyms(Synonyms.Match match, double words, double weight, List<Variant> variants) {
        match.others().forEach(other -> {
            List<Reading> telling = telling(other.words());
            double each = weight * Math.min(1, words / telling.size());
            variants.add(
                    other.same()
                            ? new Variant(Kind.SYNONYM, each, telling)
                            : new Variant(Kind.RELATED, each * OF_RELATED, telling));
        });
    }

    /** All of its parts, in whatever words the text has them; its end by itself says what kind of thing it is. */
    private void compound(Reading word, List<Variant> variants) {
        if (word.parts().size() > 1) {
            List<Reading> parts = word.parts().stream().map(language::stem).toList();
            variants.add(new Variant(Kind.COMPOUND, OF_COMPOUND, parts));
            if (!isGeneral(parts.getLast())) {
                variants.add(new Variant(Kind.COMPOUND, OF_HEAD, List.of(parts.getLast())));
            }
        }
    }

    private void spelling(Reading meant, List<Variant> variants) {
        variants.add(new Variant(Kind.SPELLING, OF_SPELLING, List.of(meant)));
        synonyms.at(List.of(meant), 0).forEach(match -> addSynonyms(match, 1, OF_SPELLING * OF_SYNONYM, variants));
        compound(meant, variants);
    }
}
