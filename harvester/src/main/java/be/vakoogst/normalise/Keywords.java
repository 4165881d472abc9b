package be.vakoogst.normalise;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keywords as publishers give them, made into single clean ones: split, without signs around them, each once whatever its case and accents. */
final class Keywords {

    private static final int MOST = 30;
    private static final int LONGEST = 80;
    private static final Pattern BETWEEN =
            Pattern.compile("(?<!\\d),|,(?!\\d)|[;|•·\\n]|\\s[>»›/]\\s|(?<=\\S)\\s+(?=#)");

    /** One of these is in all that lies between keywords. */
    private static final String SEPARATING = ",;|•·\n>»›/#";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern AROUND = Pattern.compile("^[\\s#\"'“”‘’«»*.:()\\[\\]-]+|[\\s\"'“”‘’«»*.:\\[\\]-]+$");

    /** What content management systems file under when nobody chose anything. */
    private static final Set<String> NOTHING_SAID = Set.of(
            "uncategorized",
            "uncategorised",
            "geen categorie",
            "niet gecategoriseerd",
            "zonder categorie",
            "non classe",
            "non categorise",
            "sans categorie",
            "allgemein",
            "unkategorisiert",
            "default",
            "overige",
            "null",
            "undefined",
            "none",
            "n/a",
            "tags",
            "blog");

    private Keywords() {}

    static List<String> clean(Stream<String> stated) {
        Map<String, String> once = new LinkedHashMap<>();
        stated.forEach(text -> separate(text).forEach(part -> {
            String word = bare(part);
            String key = key(word);
            if (says(word, key)) {
                once.putIfAbsent(key, word);
            }
        }));
        return once.values().stream().limit(MOST).toList();
    }

    /** Most stand alone already, which is seen sooner than the pattern tells it. */
    private static List<String> separate(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (SEPARATING.indexOf(text.charAt(at)) >= 0) {
                return Arrays.asList(BETWEEN.split(text));
            }
        }
        return List.of(text);
    }

    /** Most are bare already, which their ends tell sooner than the pattern. */
    private static String bare(String word) {
        boolean bare = !word.isEmpty()
                && Character.isLetterOrDigit(word.charAt(0))
                && Character.isLetterOrDigit(word.charAt(word.length() - 1));
        return bare ? word : AROUND.matcher(word).replaceAll("").strip();
    }

    private static boolean says(String word, String key) {
        return word.chars().anyMatch(Character::isLetter)
                && word.length() <= LONGEST
                && !word.contains("://")
                && !NOTHING_SAID.contains(key);
    }

    private static String key(String word) {
        boolean plain = word.chars().allMatch(character -> character < 0x80);
        return (plain
                        ? word
                        : ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                                .replaceAll(""))
                .toLowerCase(Locale.ROOT);
    }
}
