package be.vakoogst.feed;

import be.vakoogst.failure.Reason;
import java.net.URI;
import java.util.Optional;

/** What came of reading a body as a feed. */
sealed interface FeedReading {

    /** @param breaks where it breaks off; what stood before is read */
    record Page(FeedPage page, Optional<String> breaks) implements FeedReading {}

    /** A page of HTML that names its feed. */
    record Elsewhere(URI feed) implements FeedReading {}

    /** @param found what it is instead, or where it breaks */
    record NoFeed(Reason reason, String found) implements FeedReading {}
}
