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

    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final Map<String, List<Element>> byAttribute = new HashMap<>();

    private Speaking() {}

    static Speaking in(Document page) {
        Speaking speaking = new Speaking();
        page.traverse(speaking);
        return speaking;
    }

    /** @param name one of the elements above */
    List<Element> tagged(String name) {
        return byTag.getOrDefault(name, List.of());
    }

    /** @param attribute one of the attributes above */
    List<Element> having(String attribute) {
        return byAttribute.getOrDefault(attribute, List.of());
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            if (TAGS.contains(element.normalName())) {
                note(element.normalName(), element, byTag);
            }
            if (element.attributesSize() > 0) {
                noteAttributes(element);
            }
        }
    }

    private void noteAttributes(Element element) {
        for (String attribute : ATTRIBUTES) {
            if (element.hasAttr(attribute)) {
                note(attribute, element, byAttribute);
            }
        }
    }

    private static void note(String key, Element element, Map<String, List<Element>> found) {
        found.computeIfAbsent(key, first -> new ArrayList<>()).add(element);
    }
}
