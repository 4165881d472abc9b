package be.vakoogst.normalise;

import be.vakoogst.resource.ReadingLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How hard a Dutch text is to read, by the formula of Flesch as W.H. Douma fitted it to Dutch: <em>De leesbaarheid van landbouwbladen: een
 * onderzoek naar en een toepassing van leesbaarheidsformules</em>, Bulletin 17, Afdeling Sociologie en Sociografie, Landbouwhogeschool
 * Wageningen, 1960: 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. Douma took samples of 100 words, so that fewer give
 * no figure. Other languages have other formulas; they get none.
 *
 * <p>Syllables are counted by vowels: the longest of {@link #VOWELS} that fits counts one, whatever follows it begins another
 * (ma-te-ri-aal, re-a-li-se-ren, ge-ïn-stal-leerd). A word without a vowel, such as an abbreviation, has one.
 */
final class ReadingEase {

    static final String FORMULA = "flesch-douma";
    private static final int LEAST_WORDS = 100;
    private static final int MOST_TEXT = 15_000;
    private static final Pattern VOWELS =
            Pattern.compile("aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyáàâäéèêëíìîïóòôöúùûü]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=[\\s\"'”’)]|$)|\\n+");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?i)\\b(bv|bijv|enz|ca|nr|nrs|max|min|incl|excl|o\\.a|d\\.w\\.z|m\\.a\\.w|t\\.o\\.v|i\\.p\\.v|blz|fig|afb|resp|evt)\\.");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’-]*");

    private ReadingEase() {}

    /** Empty where the text has fewer than a hundred words. Only its beginning is looked at. */
    static Optional<ReadingLevel> of(String whole) {
        String text = whole.substring(0, Math.min(MOST_TEXT, whole.length()));
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        if (words.size() < LEAST_WORDS) {
            return Optional.empty();
        }
        double perSentence = (double) words.size() / sentences(text);
        double perHundred =
                100.0 * words.stream().mapToInt(ReadingEase::syllables).sum() / words.size();
        return Optional.of(level(206.84 - 0.77 * perHundred - 0.93 * perSentence, words.size()));
    }

    /** A line ends a sentence too: headings and list items have no full stop. */
    private static long sentences(String text) {
        return Arrays.stream(SENTENCE_END.split(ABBREVIATION.matcher(text).replaceAll("$1")))
                .filter(sentence -> WORD.matcher(sentence).find())
                .count();
    }

    private static ReadingLevel level(double score, int words) {
        double rounded = Math.round(score * 10) / 10.0;
        return new ReadingLevel(ReadingLevel.Ease.of(rounded), FORMULA, rounded, words);
    }

    static int syllables(String word) {
        Matcher vowels = VOWELS.matcher(word.toLowerCase(Locale.ROOT).replace("qu", "kw"));
        int syllables = 0;
        while (vowels.find()) {
            syllables++;
        }
        return Math.max(1, syllables);
    }
}
