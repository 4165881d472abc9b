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

    /**
     * A word as it is understood.
     *
     * @param beginning what its first part means, where the whole is unknown
     * @param end what its last part means, where the whole is unknown
     */
    record Reading(
            String word,
            String stem,
            List<Classifier.Meaning> whole,
            List<Classifier.Meaning> beginning,
            List<Classifier.Meaning> end) {}

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
