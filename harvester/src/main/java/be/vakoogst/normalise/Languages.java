package be.vakoogst.normalise;

import be.vakoogst.resource.LanguageTag;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.util.function.SingletonSupplier;

/**
 * Languages: as they are stated, made into BCP 47 (RFC 5646); and recognised where they are not, Dutch, French, English and German. The
 * detector's models are loaded at the first use only. Safe for any number of threads.
 */
final class Languages {

    private static final int ENOUGH = 600;
    private static final int LEAST = 12;
    private static final int BEYOND_DOUBT = 8;
    private static final Set<String> NO_LANGUAGE = Set.of("und", "mul", "zxx", "mis", "x");
    private static final Map<String, String> BY_NAME = names();

    /** The words that hold a sentence together: they tell the language of a line where letter frequencies do not yet. */
    private static final Map<String, Set<String>> FUNCTION_WORDS = Map.of(
            "nl",
            Set.of(
                    "de", "het", "een", "van", "voor", "met", "en", "op", "aan", "bij", "naar", "uit", "om", "te", "je",
                    "zo", "wat", "hoe", "zonder", "tussen", "tegen", "door", "over", "onder", "niet", "ook", "zelf",
                    "jouw", "wordt", "zijn", "veilig", "werken", "in", "langs", "na", "tot", "als", "of"),
            "fr",
            Set.of(
                    "le", "la", "les", "un", "une", "des", "du", "de", "et", "pour", "dans", "sur", "avec", "au", "aux",
                    "par", "en", "sans", "ou", "est", "sont", "votre", "vos", "comment", "chez", "entre", "l", "d",
                    "à"),
            "en",
            Set.of(
                    "the", "a", "an", "of", "and", "for", "with", "to", "in", "on", "from", "your", "how", "by",
                    "without", "is", "are", "at", "what", "into", "using", "or", "this", "that"),
            "de",
            Set.of(
                    "der", "die", "das", "ein", "eine", "und", "für", "mit", "von", "im", "zur", "zum", "auf", "den",
                    "dem", "des", "wie", "ohne", "aus", "bei", "nach", "nicht", "ist", "sind", "in", "an", "als",
                    "beim", "oder"));

    private static final List<String> CODES = List.copyOf(FUNCTION_WORDS.keySet());

    /** By function word, the languages that it belongs to, by their places among the codes. */
    private static final Map<String, int[]> HELD_TOGETHER = byWord();

    private static final int[] NONE = {};

    private final Function<String, List<LanguageTag>> stated = new Repeated<>(Languages::read);
    private final Supplier<LanguageDetector> detector = SingletonSupplier.of(() ->
            LanguageDetectorBuilder.fromLanguages(Language.DUTCH, Language.FRENCH, Language.ENGLISH, Language.GERMAN)
                    .withLowAccuracyMode()
                    .build());

    /** All languages that a statement names: by tag ({@code nl_BE}), by ISO 639 code ({@code dut}) or by name in nl, fr, en or de. */
    List<LanguageTag> stated(String statement) {
        return stated.apply(statement);
    }

    private static List<LanguageTag> read(String statement) {
        return Arrays.stream(statement.split("[,;/|]| en | et | and "))
                .flatMap(one -> one(one.strip()).stream())
                .distinct()
                .toList();
    }

    private static Optional<LanguageTag> one(String statement) {
        String name = statement.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_NAME.get(name))
                .flatMap(LanguageTag::parse)
                .or(() -> LanguageTag.parse(statement).flatMap(Languages::shortest));
    }

    /** With the shortest code of its language, as RFC 5646 section 2.2.1 asks; empty for what is no language. */
    private static Optional<LanguageTag> shortest(LanguageTag tag) {
        String language = tag.language();
        if (NO_LANGUAGE.contains(language) || language.isEmpty() || language.length() > 3) {
            return Optional.empty();
        }
        String code = BY_NAME.get(language);
        return code == null
                ? Optional.empty()
                : LanguageTag.parse(code + tag.value().substring(language.length()));
    }

    private static Map<String, int[]> byWord() {
        Map<String, int[]> languages = new HashMap<>();
        for (int language = 0; language < CODES.size(); language++) {
            int[] own = {language};
            FUNCTION_WORDS
                    .getOrDefault(CODES.get(language), Set.of())
                    .forEach(word -> languages.merge(word, own, Languages::joined));
        }
        return languages;
    }

    private static int[] joined(int[] some, int[] more) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
    }

    /** What each name and code of a language means as a code. */
    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        List<Locale> in = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("nl"));
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.of(code);
            in.forEach(reader -> names.put(language.getDisplayLanguage(reader).toLowerCase(Locale.ROOT), code));
            names.put(language.getISO3Language(), code);
            names.put(code, code);
        }
        // ISO 639-2/B, where it differs from the terminology code, and what Flanders calls its own language
        names.putAll(Map.of(
                "dut", "nl", "fre", "fr", "ger", "de", "gre", "el", "chi", "zh", "rum", "ro", "per", "fa", "cze",
                "cs"));
        names.putAll(Map.of("vlaams", "nl-BE", "flemish", "nl-BE", "flamand", "nl-BE", "hollands", "nl-NL"));
        return Map.copyOf(names);
    }

    /** The language of a text of at least a few words; empty where it cannot be told. */
    Optional<LanguageTag> detect(String text) {
        if (text.length() < LEAST) {
            return Optional.empty();
        }
        String beginning = text.substring(0, Math.min(ENOUGH, text.length()));
        List<String> likely = likely(heldTogether(beginning));
        Optional<String> language = likely.size() == 1 ? Optional.of(likely.getFirst()) : byLetters(beginning, likely);
        return language.flatMap(LanguageTag::parse);
    }

    /**
     * Those that have more than two thirds of the function words of the one with most, all where there are none: a single word decides a title, and
     * letters decide where two languages are about as likely.
     */
    private static List<String> likely(int[] counts) {
        int most = Arrays.stream(counts).max().orElseThrow();
        return IntStream.range(0, counts.length)
                .filter(language -> most == 0 || counts[language] * 3 > most * 2)
                .mapToObj(CODES::get)
                .toList();
    }

    /** The language of a text, where there is no doubt of it at all. */
    Optional<LanguageTag> certain(String text) {
        int[] counts = heldTogether(text.substring(0, Math.min(ENOUGH, text.length())));
        int[] ordered = Arrays.stream(counts).sorted().toArray();
        int most = ordered[ordered.length - 1];
        return IntStream.range(0, counts.length)
                .filter(language -> counts[language] == most && most >= ordered[ordered.length - 2] + BEYOND_DOUBT)
                .mapToObj(CODES::get)
                .findFirst()
                .flatMap(LanguageTag::parse);
    }

    /** How many function words of each language; the parts of {@code l'atelier} and {@code zelf-doen} are words too. */
    private static int[] heldTogether(String text) {
        int[] counts = new int[CODES.size()];
        for (RunningText.Word word : RunningText.words(text.toLowerCase(Locale.ROOT))) {
            for (int language : HELD_TOGETHER.getOrDefault(word.letters(), NONE)) {
                counts[language]++;
            }
        }
        return counts;
    }

    private Optional<String> byLetters(String text, List<String> likely) {
        return detector.get().computeLanguageConfidenceValues(text).entrySet().stream()
                .filter(language -> likely.contains(code(language.getKey())))
                .max(Map.Entry.comparingByValue())
                .map(language -> code(language.getKey()));
    }

    private static String code(Language language) {
        return language.getIsoCode639_1().toString();
    }
}
