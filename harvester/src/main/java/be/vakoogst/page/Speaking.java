package be.vakoogst.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** The elements of a page that may say something of it, in its order: found in one walk, as looking for each kind by itself walked ten times. */
final class Speaking implements NodeVisitor {

    private static final Set<String> TAGS = Set.of("meta", "script", "h1", "time", "article", "main");
    private static final List<String> ATTRIBUTES =
            List.of("rel", "itemprop", "itemtype", "itemref", "typeof", "property");

    private final Map<String, List<Element>> found = new HashMap<>();

    private Speaking() {}

    static Speaking in(Document page) {
        Speaking speaking = new Speaking();
        page.traverse(speaking);
        return speaking;
    }

    /** @param name one of the elements above */
    List<Element> tagged(String name) {
        return found.getOrDefault(name, List.of());
    }

    /** @param attribute one of the attributes above */
    List<Element> having(String attribute) {
        return found.getOrDefault(key(attribute), List.of());
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            if (TAGS.contains(element.normalName())) {
                note(element.normalName(), element);
            }
            if (element.attributesSize() > 0) {
                ATTRIBUTES.stream().filter(element::hasAttr).forEach(attribute -> note(key(attribute), element));
            }
        }
    }

    private void note(String key, Element element) {
        found.computeIfAbsent(key, first -> new ArrayList<>()).add(element);
    }

    private static String key(String attribute) {
        return "@" + attribute;
    }
}
