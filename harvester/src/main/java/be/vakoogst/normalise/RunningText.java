package be.vakoogst.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text in lower case, cut into words once for all the vocabularies that look for signals in it.
 *
 * @param words each run of letters and digits, in its order
 */
record RunningText(String text, List<Word> words) {

    /** {@code 2de en 3de graad} as {@code 2de graad, 3de graad}. */
    private static final Pattern SHARED = Pattern.compile(
            "\\b(\\d(?:ste|de|e|er|ème)?|eerste|tweede|derde|premier|deuxième|troisième)\\s*(?:en|et|and|of|ou|or|[/,&+-])\\s*"
                    + "((?:\\d(?:ste|de|e|er|ème)?|eerste|tweede|derde|premier|deuxième|troisième) (graad|degré))");

    /** @param at where it begins */
    record Word(String letters, int at) {}

    static RunningText of(String written) {
        String lowerCase = written.toLowerCase(Locale.ROOT);
        boolean ofDegrees = lowerCase.contains("graad") || lowerCase.contains("degré");
        String text = ofDegrees ? SHARED.matcher(lowerCase).replaceAll("$1 $3, $2") : lowerCase;
        return new RunningText(text, words(text));
    }

    /** Each run of letters and digits. */
    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>(text.length() / 5);
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (!isWithinWord(at, text)) {
                if (at > start) {
                    words.add(new Word(text.substring(start, at), start));
                }
                start = at + 1;
            }
        }
        return words;
    }

    /** Whether a letter or digit stands there. */
    boolean isWithinWord(int at) {
        return isWithinWord(at, text);
    }

    static boolean isWithinWord(int at, String text) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
