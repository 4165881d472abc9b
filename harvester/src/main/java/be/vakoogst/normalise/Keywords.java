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
    private static final Pattern BETWEEN = Pattern.compile("[,;|•·\\n]|\\s[>»›/]\\s|(?<=\\S)\\s+(?=#)");
    private static final Pattern AROUND = Pattern.compile("^[\\s#\"'“”‘’«»*.:()\\[\\]-]+|[\\s\"'“”‘’«»*.:\\[\\]-]+$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]*");

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
        stated.flatMap(text -> Arrays.stream(BETWEEN.split(text)))
                .map(word -> AROUND.matcher(word).replaceAll("").strip())
                .filter(Keywords::says)
                .forEach(word -> once.putIfAbsent(key(word), word));
        return once.values().stream().limit(MOST).toList();
    }

    private static boolean says(String word) {
        return !NO_WORD.matcher(word).matches()
                && word.length() <= LONGEST
                && !word.contains("://")
                && !NOTHING_SAID.contains(key(word));
    }

    private static String key(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
