package be.vakoogst.language;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other words that a word is derived from: the verb of who does it, of what is done, of what was done. */
final class Derivations {

    private static final int SHORTEST = 3;

    private static final Pattern DONE = Pattern.compile(
            "(af|aan|in|op|uit|om|door|voor|bij|na|over|onder|toe|los|vast|dicht|samen|weg)?ge(.{3,}?)(?:d|t|en|de|te)");
    private static final Pattern CODE = Pattern.compile("([a-z]{1,3}\\d{1,4})[a-z].*");

    private static final String[][] ENDINGS = {
        {"erijen", "en"},
        {"erij", "en"},
        {"erij", "er"},
        {"ingen", "en"},
        {"ing", "en"},
        {"aars", "en"},
        {"aar", "en"},
        {"sters", "en"},
        {"ster", "en"},
        {"sters", "er"},
        {"ster", "er"},
        {"ers", "en"},
        {"er", "en"},
        {"heden", ""},
        {"heid", ""},
        {"ts", "t"},
        {"ks", "k"},
        {"ps", "p"},
    };

    private final Predicate<String> known;

    /** @param known whether a stem is one of the vocabulary's */
    Derivations(Predicate<String> known) {
        this.known = known;
    }

    /** Stems. */
    Set<String> of(String form, String stem) {
        Set<String> found = new LinkedHashSet<>();
        for (String[] ending : ENDINGS) {
            int rest = form.length() - ending[0].length();
            if (rest >= SHORTEST && form.endsWith(ending[0])) {
                found.add(DutchStem.of(form.substring(0, rest) + ending[1]));
            }
        }
        done(form, found);
        present(form, stem, found);
        Matcher code = CODE.matcher(form);
        if (code.matches()) {
            found.add(code.group(1));
        }
        found.remove(stem);
        return found;
    }

    /** {@code afgewerkt → afwerken} */
    private static void done(String form, Set<String> found) {
        Matcher done = DONE.matcher(form);
        if (done.matches()) {
            String prefix = done.group(1) == null ? "" : done.group(1);
            found.add(DutchStem.of(prefix + done.group(2)));
        }
    }

    /** {@code lekt → lekken}; not of a word that the vocabulary has as it is, such as {@code kast}. */
    private void present(String form, String stem, Set<String> found) {
        if (form.endsWith("t") && form.length() > SHORTEST && !known.test(stem)) {
            String without = DutchStem.of(form.substring(0, form.length() - 1));
            if (known.test(without)) {
                found.add(without);
            }
        }
    }
}
