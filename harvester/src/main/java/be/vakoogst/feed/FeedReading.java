package be.vakoogst.feed;

import be.vakoogst.failure.Reason;
import java.net.URI;

/** What came of reading a body as a feed. */
sealed interface FeedReading {

    record Page(FeedPage page) implements FeedReading {}

    /** A page of HTML that names its feed. */
    record Elsewhere(URI feed) implements FeedReading {}

    /** @param found what it is instead, or where it breaks */
    record NoFeed(Reason reason, String found) implements FeedReading {}
}
