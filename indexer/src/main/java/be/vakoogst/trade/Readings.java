package be.vakoogst.trade;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What was found of the words met lately, as a language repeats itself: half of all words of a text are among the commonest hundred. A table of
 * fixed size where a new word takes the place of an older one; safe for any number of threads, which at worst look the same word up twice.
 */
final class Readings {

    private static final int PLACES = 1 << 14;

    private final AtomicReferenceArray<Reading> places = new AtomicReferenceArray<>(PLACES);
    private final Function<String, Reading> look;

    Readings(Function<String, Reading> look) {
        this.look = look;
    }

    /**
     * A word as it is understood.
     *
     * @param parts what it means, whole or by its parts; none for a word of no trade
     * @param longest how many words the longest term has that begins with it
     * @param leaning to each trade, by what was learnt; empty for a word that says nothing anywhere
     */
    record Reading(String word, String stem, List<Lexicon.Part> parts, int longest, float[] leaning) {}

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
