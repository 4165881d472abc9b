package be.vakoogst.feed;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the entries of one document, and those that cannot be told apart from others. */
final class FeedEntries {

    private final List<FeedEntry> entries = new ArrayList<>();
    private final List<String> nameless = new ArrayList<>();

    /**
     * @param place of the entry, such as {@code item[3]}
     * @param id what the feed calls it; where that is blank its address names it
     * @param url where it is read
     * @param page what is to be fetched for it
     */
    void add(String place, String id, Optional<URI> url, Optional<URI> page, Statements statements) {
        Optional<URI> plain = url.map(Reference::withoutTracking);
        Optional<ItemKey> key = id.isBlank()
                ? plain.map(address -> new ItemKey(address.toString()))
                : Optional.of(new ItemKey(id.strip()));
        key.ifPresentOrElse(
                known -> entries.add(
                        new FeedEntry(known, plain, page.map(Reference::withoutTracking), statements.all())),
                () -> nameless.add(place + " has neither an id nor a link"));
    }

    List<FeedEntry> all() {
        return entries;
    }

    List<String> nameless() {
        return nameless;
    }
}
