package be.vakoogst.resource;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Under which terms a resource may be used.
 *
 * @param uri the canonical URI of a known licence (Creative Commons, SPDX); empty for terms without one
 * @param id the id in {@code config/vocabularies/licences.yml}; empty when nothing is known
 * @param text the words that stated it, as the publisher wrote them
 * @param contradictions what the publisher states besides and means another licence; of several, the strictest is taken
 */
public record Licence(
        Optional<URI> uri,
        Optional<String> id,
        Optional<String> text,
        Assertion assertion,
        List<Contradiction> contradictions) {

    public static final Licence UNKNOWN =
            new Licence(Optional.empty(), Optional.empty(), Optional.empty(), Assertion.UNKNOWN, List.of());

    public Licence {
        contradictions = List.copyOf(contradictions);
    }

    /** The same, although others are stated too. */
    public Licence despite(List<Contradiction> others) {
        return new Licence(uri, id, text, assertion, others);
    }

    /**
     * Another licence that is stated for the same resource.
     *
     * @param syntax the vocabulary it was stated in
     * @param where the place within the document
     */
    public record Contradiction(
            Optional<URI> uri, Optional<String> id, Optional<String> text, String syntax, String where) {}

    /** How we know. */
    public enum Assertion implements Code {
        /** The resource itself says so. */
        STATED,
        /** Its source is registered with this licence by default. */
        DEFAULT,
        /** Nobody said anything. */
        UNKNOWN
    }
}
