package be.vakoogst.trade;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found of the words met lately, as a language repeats itself: half of all words of a text are among the commonest hundred. A table of
 * fixed size with two places for a word, where a new one takes the place of the older one there; safe for any number of threads, which at worst
 * look the same word up twice.
 */
final class Readings {

    private static final int PLACES = 1 << 15;

    private final AtomicReferenceArray<@Nullable Reading> places = new AtomicReferenceArray<>(PLACES);
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
        int newer = (hash ^ hash >>> 16) << 1 & PLACES - 1;
        Reading first = places.get(newer);
        if (first != null && first.word().equals(word)) {
            return first;
        }
        // With one place each, two common words that share it would be looked up again and again: a third of all time,
        // as measured.
        Reading second = places.get(newer + 1);
        Reading reading = second != null && second.word().equals(word) ? second : look.apply(word);
        places.set(newer + 1, first);
        places.set(newer, reading);
        return reading;
    }
}
