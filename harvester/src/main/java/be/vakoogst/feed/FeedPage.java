package be.vakoogst.feed;

import be.vakoogst.connector.ItemKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One document of a feed, as it reads.
 *
 * @param entries with those among them that nothing names
 * @param next the page behind it (RFC 5005 next, JSON Feed next_url)
 * @param previousArchive the archive before it (RFC 5005 section 4), which never changes
 * @param rhythm how long it says to wait before it is asked again
 * @param complete fh:complete: what it does not name is gone
 * @param numbered whether WordPress made it, so that more pages come by {@code ?paged=}
 */
record FeedPage(
        FeedEntries entries,
        List<ItemKey> withdrawn,
        Optional<URI> next,
        Optional<URI> previousArchive,
        Optional<Duration> rhythm,
        boolean complete,
        boolean numbered) {}
