package be.vakoogst.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, number or code as it stands in a text: {@code auto's}, {@code pen-en-gatverbinding}, {@code 2,5}, {@code mm²}.
 *
 * @param start in UTF-16 code units
 * @param end exclusive
 */
record Token(String text, int start, int end) {

    /** Longer ones are no words; their beginning stands for them. */
    private static final int LONGEST = 64;

    /** The tokens of a text in order, at most so many. */
    static List<Token> of(String text, int most) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length() && tokens.size() < most) {
            int end = end(text, at);
            if (end > at) {
                tokens.add(new Token(text.substring(at, Math.min(end, at + LONGEST)), at, end));
            }
            at = end + 1;
        }
        return tokens;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && (belongs(text.charAt(end)) || end > start && joins(text, end))) {
            end++;
        }
        return end;
    }

    /** Also {@code ²} and {@code ½}, combining accents, and letters beyond the basic plane by their halves. */
    private static boolean belongs(char character) {
        return Character.isLetterOrDigit(character)
                || Character.isSurrogate(character)
                || Character.getType(character) == Character.OTHER_NUMBER
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length() || !belongs(text.charAt(at + 1))) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '-', '\'', '’', '‑', '\u00AD' -> true;
            case '.', ',' -> Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
            default -> false;
        };
    }
}
