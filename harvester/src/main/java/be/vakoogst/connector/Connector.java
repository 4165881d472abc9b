package be.vakoogst.connector;

import java.util.stream.Stream;

/** Reads one kind of list. Implementations are safe for use by many threads. */
public interface Connector {

    /** The value of {@code connector.type} in a source's YAML. */
    String type();

    /**
     * The source's items, lazily: the next page of a list is fetched only when the stream is pulled that far.
     * Never throws for what a publisher sent; a part that can't be read is a {@link Discovered.Broken}, and the rest goes on where that makes sense.
     */
    Stream<Discovered> discover(Discovery discovery);
}
