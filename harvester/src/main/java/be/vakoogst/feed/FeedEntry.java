package be.vakoogst.feed;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Statement;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One entry.
 *
 * @param url where it is read; empty for an entry that only says something
 * @param page the same where that is a page; empty where it is a file that the entry encloses
 */
record FeedEntry(ItemKey key, Optional<URI> url, Optional<URI> page, List<Statement> statements) {

    static ItemKey keyOf(URI address) {
        return new ItemKey(address.toString());
    }

    /** The same, named by its address where it has one. */
    FeedEntry named() {
        return new FeedEntry(url.map(FeedEntry::keyOf).orElse(key), url, page, statements);
    }
}
