package be.vakoogst.search;

import be.vakoogst.language.Reading;
import java.util.List;

/**
 * One thing that a query asks for, and the ways in which a text may say it.
 *
 * @param words as typed
 * @param weight how much it says of what the query is about, up to 1
 * @param known whether the vocabulary has it; else it may be a slip of the finger or a name
 */
record Concept(String words, double weight, boolean known, List<Variant> variants) {

    Concept {
        variants = List.copyOf(variants);
    }

    enum Kind {
        WORD,
        SYNONYM,
        RELATED,
        COMPOUND,
        SPELLING
    }

    /**
     * A way of saying it.
     *
     * @param weight how much of the concept it is, up to 1
     * @param words that must all be there
     */
    record Variant(Kind kind, double weight, List<Reading> words) {

        Variant {
            words = List.copyOf(words);
        }

        String shown() {
            return String.join(" ", words.stream().map(Reading::word).toList());
        }
    }
}
