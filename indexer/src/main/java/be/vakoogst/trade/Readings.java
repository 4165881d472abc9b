package be.vakoogst.trade;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What was found of the words met lately, as a language repeats itself: half of all words of a text are among the commonest hundred. A table of
 * fixed size where a new word takes the place of an older one; safe for any number of threads, which at worst look the same word up twice.
 */
final class Readings {

    private static final int PLACES = 1 << 15;

    private final AtomicReferenceArray<Reading> places = new AtomicReferenceArray<>(PLACES);
    private final Function<String, Reading> look;

    Readings(Function<String, Reading> look) {
        this.look = look;
    }

    /** A word as it is understood: whole, or by its parts. */
    record Reading(String word, String stem, List<Part> parts) {}

    /** @param share how much of what the part means by itself it still means here */
    record Part(List<Classifier.Meaning> meanings, double share) {}

    Reading of(String word) {
        int hash = word.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Reading kept = places.get(place);
        if (kept != null && kept.word().equals(word)) {
            return kept;
        }
        Reading reading = look.apply(word);
        places.set(place, reading);
        return reading;
    }
}
