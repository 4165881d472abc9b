package be.vakoogst.trade;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as they are compared: lower case, without accents, and without the commonest endings of Dutch, which French and English share in part. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’/][\\p{L}\\p{N}]+)*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern LONG_VOWEL = Pattern.compile("([aeou])\\1([^aeiou])$");
    private static final List<String> ENDINGS = List.of("etjes", "etje", "tjes", "tje", "jes", "eren", "en", "s", "e");
    private static final int SHORTEST_STEM = 4;

    private Words() {}

    /** The words of a text in order, at most so many. */
    public static List<String> of(String text, int most) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (words.size() < most && matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** What a word is compared by. */
    public static String stem(String word) {
        String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("’", "'");
        return undoubled(withoutEnding(plain));
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
        String shortened = LONG_VOWEL.matcher(single).replaceFirst("$1$2");
        return switch (shortened.isEmpty() ? ' ' : shortened.charAt(shortened.length() - 1)) {
            case 'v' -> shortened.substring(0, shortened.length() - 1) + "f";
            case 'z' -> shortened.substring(0, shortened.length() - 1) + "s";
            default -> shortened;
        };
    }
}
