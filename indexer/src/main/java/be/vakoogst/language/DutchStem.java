package be.vakoogst.language;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Dutch word is compared by: without plural, inflection and diminutive, with the vowel as the closed syllable writes it
 * ({@code muren → muur}, {@code platte → plat}, {@code daken → dak}). It takes no more off than inflection puts on, so that
 * {@code plaats} and {@code plaat}, {@code boom} and {@code bom} stay two words. Words of other languages pass through it in the same way on both sides.
 */
final class DutchStem {

    private static final String VOWELS = "aeiou";

    /** Plurals that change more than their ending. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("steden", "stad"),
            Map.entry("schepen", "schip"),
            Map.entry("leden", "lid"),
            Map.entry("smeden", "smid"),
            Map.entry("eieren", "ei"),
            Map.entry("kinderen", "kind"),
            Map.entry("bladeren", "blad"),
            Map.entry("kalveren", "kalf"),
            Map.entry("raderen", "rad"),
            Map.entry("lammeren", "lam"),
            Map.entry("runderen", "rund"),
            Map.entry("goederen", "goed"),
            Map.entry("beenderen", "been"),
            Map.entry("klederen", "kleed"));

    /** Short in the singular although their plural's syllable is open. */
    private static final Set<String> SHORT = Set.of(
            "dak", "dag", "weg", "gat", "glas", "blad", "pad", "vat", "bad", "slot", "hol", "spel", "slag", "lot");

    private static final List<String> DIMINUTIVES =
            List.of("etjes", "etje", "pjes", "pje", "tjes", "tje", "kjes", "kje", "jes", "je");

    private DutchStem() {}

    /** @param form as {@link Form#of} gives it */
    static String of(String form) {
        String irregular = IRREGULAR.get(form);
        if (irregular != null) {
            return Form.phonetic(irregular);
        }
        String word = Form.phonetic(form);
        if (word.length() < 3 || hasDigit(word)) {
            return word;
        }
        String stem = bare(withoutPluralS(withoutDiminutive(word)));
        String single = withoutPluralS(stem);
        return single.equals(stem) ? stem : bare(single);
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static String withoutDiminutive(String word) {
        for (String ending : DIMINUTIVES) {
            int rest = word.length() - ending.length();
            if (rest >= 3 && word.endsWith(ending)) {
                return word.substring(0, ending.startsWith("k") ? rest + 1 : rest);
            }
        }
        return word;
    }

    /** After l, m, n, r and vowels: elsewhere it mostly belongs to the word (plaats, fiets, gips). */
    private static String withoutPluralS(String word) {
        int last = word.length() - 1;
        boolean plural = last >= 4
                && word.charAt(last) == 's'
                && "lmnraeo".indexOf(word.charAt(last - 1)) >= 0
                && !word.endsWith("ons");
        return plural ? word.substring(0, last) : word;
    }

    private static String bare(String word) {
        if (word.endsWith("ien") && word.length() > 4) {
            return word.substring(0, word.length() - 1);
        }
        if (word.endsWith("en") && !word.endsWith("een")) {
            String rest = word.substring(0, word.length() - 2);
            return hasVowel(rest) ? bare(rest, rest.endsWith("en")) : closed(word);
        }
        if (word.endsWith("e") && word.length() > 3 && !isVowel(word.charAt(word.length() - 2))) {
            return bare(word.substring(0, word.length() - 1), false);
        }
        return closed(word);
    }

    /** {@code tekenen} goes the way of {@code teken}. */
    private static String bare(String opened, boolean again) {
        return again && hasVowel(opened.substring(0, opened.length() - 2)) ? bare(opened) : closed(lengthened(opened));
    }

    private static boolean hasVowel(String text) {
        return text.chars().anyMatch(character -> isVowel((char) character));
    }

    private static boolean isVowel(char character) {
        return VOWELS.indexOf(character) >= 0;
    }

    /** The vowel of an open syllable is long, which a closed one writes with two letters; not where it has no stress: tegel, hamer, motor. */
    private static String lengthened(String opened) {
        int last = opened.length() - 1;
        boolean open = last >= 1
                && !isVowel(opened.charAt(last))
                && "aeou".indexOf(opened.charAt(last - 1)) >= 0
                && (last == 1 || !isVowel(opened.charAt(last - 2)));
        if (!open || SHORT.stream().anyMatch(opened.replaceFirst("z$", "s")::endsWith) || unstressed(opened)) {
            return opened;
        }
        return opened.substring(0, last) + opened.charAt(last - 1) + opened.charAt(last);
    }

    private static boolean unstressed(String word) {
        int last = word.length() - 1;
        String end = word.substring(last - 1);
        boolean weak = end.charAt(0) == 'e' && "lrnm".indexOf(end.charAt(1)) >= 0
                || end.equals("or")
                || end.equals("on")
                || end.equals("ig");
        return weak && hasVowel(word.substring(0, last - 1));
    }

    /** One consonant at the end, the hard one, and one vowel before it where stress does not tell. */
    private static String closed(String word) {
        int last = word.length() - 1;
        if (last >= 2 && word.charAt(last) == word.charAt(last - 1) && !isVowel(word.charAt(last))) {
            return closed(word.substring(0, last));
        }
        return switch (word.charAt(last)) {
            case 'v' -> word.substring(0, last) + "f";
            case 'z' -> word.substring(0, last) + "s";
            default -> withoutDoubledWeakVowel(word);
        };
    }

    private static String withoutDoubledWeakVowel(String word) {
        int last = word.length() - 1;
        if (last < 3 || word.charAt(last - 1) != word.charAt(last - 2)) {
            return word;
        }
        String single = word.substring(0, last - 1) + word.charAt(last);
        return isVowel(word.charAt(last - 1)) && unstressed(single) ? single : word;
    }
}
