package be.vakoogst.resource;

import java.net.URI;
import java.util.Optional;

/**
 * A use that the publisher keeps to itself, and that whoever takes the record from us has to know of.
 *
 * @param policy where the publisher says who may do it all the same
 */
public record Reservation(Kind kind, Optional<URI> policy) {

    public enum Kind implements Code {
        /** Text and data mining (Directive (EU) 2019/790 art. 4(3); TDM Reservation Protocol, W3C 2024). */
        TDM,
        /** Training of models: {@code noai} and {@code noimageai} in robots directives. */
        AI
    }
}
