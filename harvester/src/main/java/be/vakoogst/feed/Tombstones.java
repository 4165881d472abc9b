package be.vakoogst.feed;

import be.vakoogst.connector.ItemKey;
import java.util.List;
import org.jsoup.nodes.Element;

/** Entries that a feed calls deleted (RFC 6721). */
final class Tombstones {

    private Tombstones() {}

    static List<ItemKey> in(Element feed) {
        return feed.children().stream()
                .filter(child -> child.tagName().endsWith("deleted-entry"))
                .map(child -> child.attr("ref").strip())
                .filter(ref -> !ref.isEmpty())
                .map(ItemKey::new)
                .toList();
    }
}
