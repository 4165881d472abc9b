package be.vakoogst.feed;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Statement;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One entry.
 *
 * @param link where it is read; empty for an entry that only says something
 */
record FeedEntry(ItemKey key, Optional<URI> link, List<Statement> statements) {

    /** @param id what the feed calls it; where that is blank its address names it; empty when it has neither */
    static Optional<FeedEntry> of(String id, Optional<URI> link, List<Statement> statements) {
        Optional<ItemKey> key = id.isBlank()
                ? link.map(url -> new ItemKey(Links.withoutTracking(url).toString()))
                : Optional.of(new ItemKey(id.strip()));
        return key.map(known -> new FeedEntry(known, link, statements));
    }
}
