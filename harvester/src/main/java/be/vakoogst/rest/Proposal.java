package be.vakoogst.rest;

import be.vakoogst.fetch.Fetched;
import be.vakoogst.xml.XmlText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a source would have to say to read an answer that nobody described. */
final class Proposal {

    private Proposal() {}

    /** The options of the connector; empty where the answer is no list of things that can be read somewhere. */
    static Optional<Map<String, Object>> of(Fetched.Fresh fetched) {
        String text = XmlText.of(fetched).strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            return Answer.read(fetched) instanceof Answer.Tree tree
                    ? ProposedList.in(tree.root(), fetched.url()).map(list -> options(list, tree, fetched))
                    : Optional.empty();
        }
        return text.startsWith("<") && text.toLowerCase(Locale.ROOT).contains("ld+json")
                ? ofPage(fetched)
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> ofPage(Fetched.Fresh fetched) {
        Answer.Tree tree = EmbeddedData.in(fetched);
        return ProposedList.ofPage(tree.root(), fetched.url()).map(list -> {
            Map<String, Object> options = options(list, tree, fetched);
            options.put("jsonLd", true);
            return options;
        });
    }

    private static Map<String, Object> options(ProposedList list, Answer.Tree tree, Fetched.Fresh fetched) {
        ProposedItem item = list.item();
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("items", list.items());
        options.put("key", item.key());
        options.put("link", item.link());
        options.put("page", item.page());
        item.deleted().ifPresent(place -> options.put("deleted", place));
        options.put("fields", item.fields());
        Map<String, Object> paging = ProposedPaging.of(tree, fetched.url());
        if (!paging.isEmpty()) {
            options.put("paging", paging);
        }
        return options;
    }
}
