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
record FeedEntry(ItemKey key, Optional<URI> link, List<Statement> statements) {}
