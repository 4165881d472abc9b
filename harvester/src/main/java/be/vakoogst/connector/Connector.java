package be.vakoogst.connector;

import be.vakoogst.source.Source;
import java.util.List;
import java.util.stream.Stream;

/** Reads one kind of list. Implementations are safe for use by many threads. */
public interface Connector {

    /** The value of {@code connector.type} in a source's YAML. */
    String type();

    /** What is wrong with a source's connector options, one sentence each that names key, value and what is allowed. */
    List<String> problems(Source source);

    /**
     * The source's items, lazily: the next page of a list is fetched only when the stream is pulled that far.
     * Never throws for what a publisher sent; a part that can't be read is a {@link Discovered.Broken}, and the rest goes on where that makes sense.
     */
    Stream<Discovered> discover(Discovery discovery);
}
