package be.vakoogst.resource;

import java.net.URI;
import java.util.Optional;

/**
 * One source that offers a work.
 *
 * @param id the record that it delivered
 * @param url where that is read
 * @param because what says that it is the same work; empty for the record that is shown
 */
public record Offer(ResourceId id, URI url, SourceReference source, Optional<Likeness> because) {

    /** Why two records are one work, the strongest first. */
    public enum Likeness implements Code {
        /** The same bytes. */
        DOCUMENT,
        /** The same address. */
        ADDRESS,
        /** The same title, no other creator, and nearly the same text. */
        TEXT
    }
}
