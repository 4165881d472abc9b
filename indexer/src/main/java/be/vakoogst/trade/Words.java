package be.vakoogst.trade;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words as they are compared: lower case, without accents, and without the commonest endings of Dutch, which French and English share in part. */
public final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final String VOWELS = "aeiou";
    private static final List<String> DIMINUTIVES = List.of("etjes", "etje", "tjes", "tje", "jes");

    /** Short in the singular although their plural's syllable is open. */
    private static final Set<String> SHORT = Set.of(
            "dak", "dag", "weg", "gat", "glas", "blad", "pad", "vat", "bad", "slot", "hol", "spel", "slag", "lot");

    private static final Set<String> UNSTRESSED = Set.of("el", "er", "en", "em", "or", "on", "ig");

    /** Before an {@code s} that belongs to the word, beside a plural's that may stand there too: {@code plaats, fiets, toets}. */
    private static final Pattern OWN_S = Pattern.compile(".*(?:aa|ee|ie|oe|oo|ui)ts");

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final int SHORTEST_REST = 3;
    private static final int SHORTEST_STEM = 4;

    private Words() {}

    /** The words of a text in order, at most so many. */
    public static List<String> of(String text, int most) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length() && words.size() < most) {
            int end = endOfWord(text, at);
            if (end > at) {
                words.add(text.substring(at, end));
            }
            at = end + 1;
        }
        return words;
    }

    /** A word goes on behind a single hyphen, apostrophe or stroke. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || end > start
                                && (continues(text.charAt(end))
                                        || joins(text.charAt(end)) && startsWord(text, end + 1)))) {
            end++;
        }
        return end;
    }

    /** An accent that stands behind its letter, and a hyphen that shows at the end of a line only. */
    private static boolean continues(char character) {
        return character >= SOFT_HYPHEN
                && (character == SOFT_HYPHEN || Character.getType(character) == Character.NON_SPACING_MARK);
    }

    private static boolean joins(char character) {
        return character == '-' || character == '‑' || character == '\'' || character == '’' || character == '/';
    }

    private static boolean startsWord(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** A word in lower case, without accents. */
    static String plain(String word) {
        return withoutAccents(word).toLowerCase(Locale.ROOT);
    }

    /** What a word is compared by. */
    public static String stem(String word) {
        return stemOfPlain(plain(word));
    }

    /** The same of a word that is plain already, or of a part of one. */
    static String stemOfPlain(String word) {
        String plain = word.replace("-", "").replace('’', '\'');
        return bare(withoutS(withoutDiminutive(plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain)));
    }

    /** In the same case; also {@code ĳ} as ij, ligatures and letters of double width as plain ones, and without soft hyphens. */
    public static String withoutAccents(String word) {
        if (isAscii(word)) {
            return word;
        }
        String plain = word.replace("\u00AD", "")
                .replace('‑', '-')
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace('ø', 'o');
        return ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    private static boolean isAscii(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutDiminutive(String word) {
        for (String ending : DIMINUTIVES) {
            if (ends(word, ending, SHORTEST_STEM)) {
                return without(word, ending);
            }
        }
        return word;
    }

    private static String withoutS(String word) {
        return ends(word, "s", SHORTEST_STEM) && !OWN_S.matcher(word).matches() ? without(word, "s") : word;
    }

    private static boolean ends(String word, String ending, int rest) {
        return word.endsWith(ending) && word.length() - ending.length() >= rest;
    }

    private static String without(String word, String ending) {
        return word.substring(0, word.length() - ending.length());
    }

    private static String bare(String word) {
        if (ends(word, "eren", SHORTEST_STEM)) {
            return closed(without(word, "eren"));
        }
        for (String ending : List.of("en", "e")) {
            if (ends(word, ending, SHORTEST_REST) && !isVowel(word, word.length() - ending.length() - 1)) {
                return closed(lengthened(without(word, ending)));
            }
        }
        return closed(word);
    }

    private static boolean isVowel(String word, int at) {
        return VOWELS.indexOf(word.charAt(at)) >= 0;
    }

    /** The vowel of an open syllable is long, which a closed one writes with two letters: {@code haren → haar}; not where it has no stress. */
    private static String lengthened(String opened) {
        int last = opened.length() - 1;
        boolean open =
                !isVowel(opened, last) && "aeou".indexOf(opened.charAt(last - 1)) >= 0 && !isVowel(opened, last - 2);
        if (!open || UNSTRESSED.contains(opened.substring(last - 1)) && last > 2 || isShort(opened)) {
            return opened;
        }
        return opened.substring(0, last) + opened.charAt(last - 1) + opened.charAt(last);
    }

    private static boolean isShort(String opened) {
        String hard = opened.endsWith("z") ? without(opened, "z") + "s" : opened;
        return SHORT.stream().anyMatch(hard::endsWith);
    }

    /** One consonant at the end, the hard one: {@code planken → plank}, {@code lassen → las}, {@code buizen → buis}. */
    private static String closed(String stem) {
        int last = stem.length() - 1;
        if (last > 1 && stem.charAt(last) == stem.charAt(last - 1) && !isVowel(stem, last)) {
            return closed(stem.substring(0, last));
        }
        return switch (stem.isEmpty() ? ' ' : stem.charAt(last)) {
            case 'v' -> stem.substring(0, last) + "f";
            case 'z' -> stem.substring(0, last) + "s";
            default -> stem;
        };
    }
}
