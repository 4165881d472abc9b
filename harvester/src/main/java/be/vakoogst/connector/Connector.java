package be.vakoogst.connector;

import be.vakoogst.fetch.Fetched;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one kind of list. Implementations are safe for use by many threads. */
public interface Connector {

    /** The value of {@code connector.type} in a source's YAML. */
    String type();

    /**
     * What a source must say, besides its type and address, to read what was found at an address of unknown kind.
     *
     * @param found small enough for memory
     * @return empty where it is no list of this kind
     */
    default Optional<Map<String, Object>> howToRead(Fetched.Fresh found) {
        return Optional.empty();
    }

    /**
     * The source's items, lazily: the next page of a list is fetched only when the stream is pulled that far.
     * Never throws for what a publisher sent; a part that can't be read is a {@link Discovered.Broken}, and the rest goes on where that makes sense.
     */
    Stream<Discovered> discover(Discovery discovery);
}
