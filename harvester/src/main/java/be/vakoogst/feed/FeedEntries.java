package be.vakoogst.feed;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Optional<ItemKey> key = id.isBlank() ? plain.map(FeedEntry::keyOf) : Optional.of(new ItemKey(id.strip()));
        key.ifPresentOrElse(
                known -> entries.add(
                        new FeedEntry(known, plain, page.map(Reference::withoutTracking), statements.all())),
                () -> nameless.add(place + " has neither an id nor a link"));
    }

    /** An id that stands at entries with different addresses names none of them: some feeds give all of theirs the same. */
    List<FeedEntry> all() {
        Map<ItemKey, Set<URI>> addresses = new HashMap<>();
        entries.forEach(entry -> entry.url()
                .ifPresent(url -> addresses
                        .computeIfAbsent(entry.key(), key -> new HashSet<>())
                        .add(url)));
        return entries.stream()
                .map(entry -> addresses.getOrDefault(entry.key(), Set.of()).size() > 1 ? entry.named() : entry)
                .toList();
    }

    /** How many there are, without those that nothing names. */
    int size() {
        return entries.size();
    }

    List<String> nameless() {
        return nameless;
    }
}
