package be.vakoogst.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The X-Robots-Tag header: directives for everybody, and behind a robot's name those for that robot alone. */
public final class RobotsTag {

    private static final String US = "vakoogst";

    /** Directives that have a colon themselves. */
    private static final Set<String> WITH_VALUE =
            Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview", "tdm-reservation");

    private RobotsTag() {}

    /** What one such header says to us, separated by commas; empty when it speaks to others only. */
    public static String forUs(String value) {
        List<String> ours = new ArrayList<>();
        boolean toUs = true;
        for (String part : value.split(",")) {
            String directive = part.strip();
            int colon = directive.indexOf(':');
            String name = directive.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
            if (colon > 0 && !WITH_VALUE.contains(name)) {
                toUs = name.equals(US) || name.equals("*");
                directive = directive.substring(colon + 1).strip();
            }
            if (toUs && !directive.isEmpty()) {
                ours.add(directive);
            }
        }
        return String.join(", ", ours);
    }
}
