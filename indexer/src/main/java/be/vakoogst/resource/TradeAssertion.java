package be.vakoogst.resource;

import java.util.List;

/**
 * That a resource belongs to a trade cluster.
 *
 * @param id the cluster's id in {@code config/vocabularies/trades.yml}
 * @param score how sure, from 0 to 1
 * @param evidence the words that gave it, strongest first
 */
public record TradeAssertion(String id, double score, List<Evidence> evidence, AssertedBy assertedBy) {

    public TradeAssertion {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score lies between 0 and 1, not: " + score);
        }
        evidence = List.copyOf(evidence);
    }

    /**
     * Why.
     *
     * @param term the words as they stood
     * @param field where they stood: title, description, keywords, category, text, source
     */
    public record Evidence(String term, String field) {}

    public enum AssertedBy implements Code {
        /** A category of the publisher's, or the default of its source. */
        SOURCE,
        /** Words of the vocabulary. */
        RULE,
        /** What was learnt from labelled records and corrections, rather than any word of the vocabulary. */
        MODEL,
        OPERATOR
    }
}
