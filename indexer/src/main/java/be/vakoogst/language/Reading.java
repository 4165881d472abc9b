package be.vakoogst.language;

import be.vakoogst.trade.Remembered;
import java.util.List;

/**
 * A word as it is understood.
 *
 * @param word as it stood
 * @param start in UTF-16 code units
 * @param end exclusive
 * @param stem what it is compared by
 * @param parts stems of the words that it is made of, in order; none where it is no compound
 * @param looser stems that it may also be found by: the verb behind a noun, a code without its suffix
 * @param known whether the vocabulary has it, whole or in parts
 */
public record Reading(
        String word, int start, int end, String stem, List<String> parts, List<String> looser, boolean known)
        implements Remembered.Read {

    public Reading {
        parts = List.copyOf(parts);
        looser = List.copyOf(looser);
    }

    Reading at(String shown, int from, int to) {
        return new Reading(shown, from, to, stem, parts, looser, known);
    }
}
