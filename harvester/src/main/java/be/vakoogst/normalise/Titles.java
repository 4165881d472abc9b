package be.vakoogst.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Titles without the name of the site they stand on. */
final class Titles {

    private static final int LONGEST = 300;
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·»«:\\-]\\s+");

    private Titles() {}

    /** @param sites what the page and its feed call themselves */
    static Optional<String> clean(String title, List<String> sites) {
        String kept = title;
        for (String site : sites) {
            kept = without(site, kept);
        }
        return Optional.of(PlainText.atMost(LONGEST, kept)).filter(text -> !text.isBlank());
    }

    private static String without(String site, String title) {
        var matcher = SEPARATOR.matcher(title);
        while (matcher.find()) {
            String before = title.substring(0, matcher.start()).strip();
            String behind = title.substring(matcher.end()).strip();
            if (same(behind, site) && !before.isEmpty()) {
                return before;
            }
            if (same(before, site) && !behind.isEmpty()) {
                return behind;
            }
        }
        return title;
    }

    private static boolean same(String a, String b) {
        return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }
}
