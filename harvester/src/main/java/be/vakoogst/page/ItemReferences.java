package be.vakoogst.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Items whose properties stand elsewhere on the page too ({@code itemref}: HTML, microdata section 5.2.2). */
final class ItemReferences {

    /** No page that means well has more; each costs a search for its id. */
    private static final int MOST = 100;

    private final Map<String, List<Element>> items = new HashMap<>();

    private ItemReferences() {}

    static ItemReferences in(Speaking page) {
        ItemReferences references = new ItemReferences();
        page.having("itemref").stream()
                .limit(MOST)
                .forEach(item -> ids(item)
                        .forEach(id -> references.items.merge(
                                id,
                                List.of(item),
                                (some, more) -> Stream.concat(some.stream(), more.stream())
                                        .toList())));
        return references;
    }

    private static Stream<String> ids(Element item) {
        return Arrays.stream(item.attr("itemref").strip().split("\\s+")).filter(id -> !id.isEmpty());
    }

    /** The items that an element is referred to from. */
    Stream<Element> to(Element element) {
        return items.isEmpty() ? Stream.empty() : items.getOrDefault(element.id(), List.of()).stream();
    }

    /** An item and what it refers to. */
    Stream<Element> partsOf(Element item) {
        Optional<Document> page = Optional.ofNullable(item.ownerDocument());
        Stream<Element> elsewhere = page.stream()
                .flatMap(document ->
                        ids(item).limit(MOST).flatMap(id -> Optional.ofNullable(document.getElementById(id)).stream()));
        return items.isEmpty() ? Stream.of(item) : Stream.concat(Stream.of(item), elsewhere);
    }
}
