package be.vakoogst.connector;

import be.vakoogst.failure.Failure;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a connector hands over, in order. */
public sealed interface Discovered {

    /** What a walk finds, step by step: the next step is taken only when the stream is pulled that far. A step without a find is told too. */
    static Stream<Discovered> inSteps(Iterator<List<Discovered>> walk) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(found -> found.isEmpty() ? Stream.of(new Went()) : found.stream());
    }

    /**
     * An item of the list.
     *
     * @param read its page, where finding it meant reading it: it is not asked for again
     */
    record Found(Item item, Optional<Fetched.Fresh> read) implements Discovered {

        public Found(Item item) {
            this(item, Optional.empty());
        }
    }

    /** The list says that an item is gone: a tombstone, a deleted header. */
    record Withdrawn(ItemKey key, URI listedIn, String reason) implements Discovered {}

    /** A part of the list, or an entry of it, could not be read. */
    record Broken(Failure failure) implements Discovered {}

    /** A listing document has been handed over; its validators are remembered when the run concludes. */
    record Listed(URI url, Validators validators) implements Discovered {}

    /** The list is as it was at the last concluded run: every item of the source is unchanged. */
    record Unchanged(URI url, Validators validators) implements Discovered {}

    /** The list still names this item, and says no more of it. */
    record Present(ItemKey key, URI url) implements Discovered {}

    /** The list named only what changed since the last concluded run: every other item of the source is unchanged. */
    record RestUnchanged() implements Discovered {}

    /** The list was whole, and has been handed over whole: what it did not name is gone. */
    record Complete() implements Discovered {}

    /** The list says how often it is worth asking: not sooner than so long after the last time. */
    record Rhythm(Duration every) implements Discovered {}

    /** A step of the walk that found nothing: a sign that it goes on. */
    record Went() implements Discovered {}
}
