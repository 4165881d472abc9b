package be.vakoogst.trade;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: lower case, without accents, and without the commonest endings of Dutch, which French and English share in part. */
public final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final List<String> ENDINGS = List.of("etjes", "etje", "tjes", "tje", "jes", "eren", "en", "s", "e");
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
                        || end > start && joins(text.charAt(end)) && startsWord(text, end + 1))) {
            end++;
        }
        return end;
    }

    private static boolean joins(char character) {
        return character == '-' || character == '\'' || character == '’' || character == '/';
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
        return undoubled(withoutEnding(plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain));
    }

    private static String withoutAccents(String word) {
        return isAscii(word)
                ? word
                : ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
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

    private static String withoutEnding(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** {@code planken → plank}, {@code lassen → las}, {@code tegels → tegel}; long vowels in closed syllables: {@code haar ← haren}. */
    private static String undoubled(String stem) {
        int end = stem.length() - 1;
        boolean doubled = end > 1 && stem.charAt(end) == stem.charAt(end - 1) && "aeiou".indexOf(stem.charAt(end)) < 0;
        String single = doubled ? stem.substring(0, end) : stem;
        String shortened = withShortVowel(single);
        return switch (shortened.isEmpty() ? ' ' : shortened.charAt(shortened.length() - 1)) {
            case 'v' -> shortened.substring(0, shortened.length() - 1) + "f";
            case 'z' -> shortened.substring(0, shortened.length() - 1) + "s";
            default -> shortened;
        };
    }

    private static String withShortVowel(String stem) {
        int last = stem.length() - 1;
        boolean isLong = last > 1
                && "aeou".indexOf(stem.charAt(last - 1)) >= 0
                && stem.charAt(last - 1) == stem.charAt(last - 2)
                && "aeiou".indexOf(stem.charAt(last)) < 0;
        return isLong ? stem.substring(0, last - 1) + stem.charAt(last) : stem;
    }
}
