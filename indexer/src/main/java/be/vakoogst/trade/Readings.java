package be.vakoogst.trade;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found of the words met lately, as a language repeats itself: half of all words of a text are among the commonest hundred. A table of
 * fixed size with four places for a word, where a new one takes the place of the one used least lately there; safe for any number of threads, which
 * at worst look the same word up twice.
 */
final class Readings {

    private static final int PLACES = 1 << 16;

    /**
     * Words that share places push each other out, and are then looked up again and again: that took a third of all time with one place each; with
     * two each, a tenth of the 8,600 words of the vocabulary's own texts did so.
     */
    private static final int TOGETHER = 4;

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
     * @param longestContext how many words the longest of what gives another word another sense has that begins with it; 0 where none does
     * @param leaning to each trade, by what was learnt; empty for a word that says nothing anywhere
     * @param usual the mean of these
     */
    record Reading(
            String word,
            String stem,
            List<Lexicon.Part> parts,
            int longest,
            int longestContext,
            float[] leaning,
            float usual) {

        Reading(String word, String stem, List<Lexicon.Part> parts, int longest, int longestContext, float[] leaning) {
            this(word, stem, parts, longest, longestContext, leaning, mean(leaning));
        }

        private static float mean(float[] values) {
            float sum = 0;
            for (float value : values) {
                sum += value;
            }
            return values.length == 0 ? 0 : sum / values.length;
        }

        /** How much more it leans to a trade than to the others. */
        float ownLeaning(int trade) {
            return leaning.length == 0 ? 0 : leaning[trade] - usual;
        }
    }

    Reading of(String word) {
        int hash = word.hashCode();
        int newest = (hash ^ hash >>> 16) * TOGETHER & PLACES - 1;
        for (int place = newest; place < newest + TOGETHER; place++) {
            Reading known = places.getAcquire(place);
            if (known != null && known.word().equals(word)) {
                return place == newest ? known : toTheFront(known, newest, place);
            }
        }
        return toTheFront(look.apply(word), newest, newest + TOGETHER - 1);
    }

    /** Those before it make room, so that the one used least lately is the next to go. */
    private Reading toTheFront(Reading reading, int newest, int from) {
        for (int place = from; place > newest; place--) {
            places.setRelease(place, places.getAcquire(place - 1));
        }
        places.setRelease(newest, reading);
        return reading;
    }
}
