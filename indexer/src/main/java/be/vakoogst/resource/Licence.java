package be.vakoogst.resource;

import java.net.URI;
import java.util.Optional;

/**
 * Under which terms a resource may be used.
 *
 * @param uri the canonical URI of a known licence (Creative Commons, SPDX); empty for terms without one
 * @param id the id in {@code config/vocabularies/licences.yml}; empty when nothing is known
 * @param text the words that stated it, as the publisher wrote them
 */
public record Licence(Optional<URI> uri, Optional<String> id, Optional<String> text, Assertion assertion) {

    public static final Licence UNKNOWN =
            new Licence(Optional.empty(), Optional.empty(), Optional.empty(), Assertion.UNKNOWN);

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
