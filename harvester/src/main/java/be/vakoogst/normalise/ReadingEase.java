package be.vakoogst.normalise;

import be.vakoogst.resource.ReadingLevel;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private static final BitSet VOWELS = Stream.of(
                    "aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij",
                    "ei", "au", "ou")
            .mapToInt(vowel -> spelling(0, vowel.length(), vowel.toCharArray()))
            .collect(BitSet::new, BitSet::set, BitSet::or);
    private static final int LONGEST_VOWEL = 3;
    private static final boolean[] SINGLE_VOWELS = singleVowels();
    private static final Set<String> ABBREVIATIONS = Set.of(
            "bv", "bijv", "enz", "ca", "nr", "nrs", "max", "min", "incl", "excl", "o.a", "d.w.z", "m.a.w", "t.o.v",
            "i.p.v", "blz", "fig", "afb", "resp", "evt");

    private static boolean[] singleVowels() {
        boolean[] vowels = new boolean[0x100];
        "aeiouyáàâäéèêëíìîïóòôöúùûü".chars().forEach(vowel -> vowels[vowel] = true);
        return vowels;
    }

    private final char[] text;
    private int at;
    private int words;
    private int syllables;
    private int sentences;
    private int wordsOfSentence;

    /** @param text in lower case */
    private ReadingEase(String text) {
        this.text = text.toCharArray();
    }

    /** Empty where the text has fewer than a hundred words. Only its beginning is looked at. */
    static Optional<ReadingLevel> of(String whole) {
        ReadingEase ease = new ReadingEase(
                whole.substring(0, Math.min(MOST_TEXT, whole.length())).toLowerCase(Locale.ROOT));
        ease.count();
        return ease.words < LEAST_WORDS ? Optional.empty() : Optional.of(ease.level());
    }

    private ReadingLevel level() {
        double score = 206.84 - 0.77 * (100.0 * syllables / words) - 0.93 * ((double) words / sentences);
        double rounded = Math.round(score * 10) / 10.0;
        return new ReadingLevel(ReadingLevel.Ease.of(rounded), FORMULA, rounded, words);
    }

    /** Character by character: regular expressions took twenty times as long, and jsoup parses such a page in less. */
    private void count() {
        while (at < text.length) {
            if (isLetter(text[at])) {
                word();
            } else if (endsSentence()) {
                endSentence();
            } else {
                at++;
            }
        }
        endSentence();
    }

    private void word() {
        int start = at;
        while (at < text.length && belongsToWord(text[at])) {
            at++;
        }
        words++;
        wordsOfSentence++;
        syllables += syllables(start, at, text);
    }

    private static boolean belongsToWord(char character) {
        return isLetter(character) || character == '\'' || character == '’' || character == '-';
    }

    /** A line ends a sentence too: headings and list items have no full stop. */
    private boolean endsSentence() {
        return switch (text[at]) {
            case '\n' -> true;
            case '.' -> isClosed() && !isAbbreviated();
            case '!', '?', '…' -> isClosed();
            default -> false;
        };
    }

    private void endSentence() {
        at++;
        sentences += wordsOfSentence > 0 ? 1 : 0;
        wordsOfSentence = 0;
    }

    /** Nothing of the same sentence can follow right behind. */
    private boolean isClosed() {
        if (at + 1 == text.length) {
            return true;
        }
        char next = text[at + 1];
        return Character.isWhitespace(next) || "\"'”’)".indexOf(next) >= 0;
    }

    private boolean isAbbreviated() {
        int start = at;
        while (start > 0 && (hasLetter(start - 1) || text[start - 1] == '.' && hasLetter(start - 2))) {
            start--;
        }
        return ABBREVIATIONS.contains(new String(text, start, at - start));
    }

    private boolean hasLetter(int place) {
        return place >= 0 && isLetter(text[place]);
    }

    /** Of a text in lower case; most letters are of this alphabet, and need not be looked up. */
    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character > 'z' && Character.isLetter(character);
    }

    static int syllables(String word) {
        return syllables(0, word.length(), word.toLowerCase(Locale.ROOT).toCharArray());
    }

    private static int syllables(int start, int end, char[] text) {
        int syllables = 0;
        for (int at = start; at < end; ) {
            int vowel = vowelAt(at, end, text);
            syllables += vowel > 0 ? 1 : 0;
            at += Math.max(1, vowel);
        }
        return Math.max(1, syllables);
    }

    /** How many letters the longest vowel has that stands there; 0 for a consonant, as the u in qu is one. */
    private static int vowelAt(int at, int end, char[] text) {
        if (!isVowel(text[at]) || text[at] == 'u' && at > 0 && text[at - 1] == 'q') {
            return 0;
        }
        boolean alone = at + 1 == end || !isVowel(text[at + 1]) && text[at + 1] != 'j';
        for (int length = alone ? 1 : Math.min(LONGEST_VOWEL, end - at); length > 1; length--) {
            if (VOWELS.get(spelling(at, length, text))) {
                return length;
            }
        }
        return 1;
    }

    private static boolean isVowel(char letter) {
        return letter < SINGLE_VOWELS.length && SINGLE_VOWELS[letter];
    }

    /** Another number for each row of letters, a to z; 0 where there is another character among them. */
    private static int spelling(int at, int length, char[] text) {
        int spelling = 0;
        for (int i = at; i < at + length; i++) {
            if (text[i] < 'a' || text[i] > 'z') {
                return 0;
            }
            spelling = spelling << 5 | text[i] - 'a' + 1;
        }
        return spelling;
    }
}
