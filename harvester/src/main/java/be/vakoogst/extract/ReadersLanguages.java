package be.vakoogst.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** In which language a text is taken that a publisher gives in several: the one that most readers here have, else the publisher's first. */
public final class ReadersLanguages {

    private static final List<String> PREFERRED = List.of("nl", "en", "fr");

    private ReadersLanguages() {}

    /** @param tag the BCP 47 tag of a text, blank where it has none */
    public static <T> Comparator<T> first(Function<T, String> tag) {
        return Comparator.comparingInt(text -> rank(tag.apply(text).toLowerCase(Locale.ROOT)));
    }

    private static int rank(String tag) {
        for (int i = 0; i < PREFERRED.size(); i++) {
            if (tag.startsWith(PREFERRED.get(i))) {
                return i;
            }
        }
        return PREFERRED.size();
    }
}
