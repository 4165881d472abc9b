package be.vakoogst.trade;

import java.util.List;

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
        float usual)
        implements Remembered.Read {

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
