package be.vakoogst.language;

import be.vakoogst.trade.Words;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a word is written, made the same: case, accents, ligatures, apostrophes, and the spellings that Dutch had at various times. */
final class Form {

    private static final Pattern ELISION = Pattern.compile("^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)'(?=\\p{L}{2})");

    private Form() {}

    /** Lower case and without accents; {@code Ĳ} is {@code ij}, {@code ²} is 2, {@code l'eau} is eau. */
    static String of(String word) {
        String lower = Words.withoutAccents(word.replace('’', '\'').replace("Ω", "ohm"))
                .toLowerCase(Locale.ROOT);
        return lower.indexOf('\'') < 0
                ? lower
                : ELISION.matcher(lower).replaceFirst("").replaceFirst("'s?$", "");
    }

    /**
     * One way of writing a sound that Dutch, French and English write in several: {@code electriciteit, elektriciteit},
     * {@code thermostaat, termostaat}, {@code lym, lijm}. To compare with, not to show.
     */
    static String phonetic(String form) {
        String sounds = form.replace("ck", "k")
                .replace("th", "t")
                .replace("ph", "f")
                .replace("qu", "kw")
                .replace("x", "ks")
                .replace("y", "ij");
        StringBuilder result = new StringBuilder(sounds.length());
        for (int i = 0; i < sounds.length(); i++) {
            result.append(sounds.charAt(i) == 'c' && isHard(sounds, i) ? 'k' : sounds.charAt(i));
        }
        return result.toString();
    }

    private static boolean isHard(String word, int at) {
        return at + 1 == word.length() || "eih".indexOf(word.charAt(at + 1)) < 0;
    }
}
