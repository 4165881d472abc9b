package be.vakoogst.page;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** How much of the text of each block stands in links; all blocks of a page in one walk. */
final class LinkDensity implements NodeVisitor {

    private static final double MOST_LINKS = 0.5;

    private final Set<String> judged;
    private final Set<Element> mostlyLinks = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Count> open = new ArrayDeque<>();
    private int links;

    private LinkDensity(Set<String> judged) {
        this.judged = judged;
    }

    private static final class Count {
        private int all;
        private int linked;
    }

    /** @param judged names of the elements that are looked at */
    static Set<Element> mostlyLinks(Element root, Set<String> judged) {
        LinkDensity density = new LinkDensity(judged);
        density.open.push(new Count());
        root.traverse(density);
        return density.mostlyLinks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            count(text.isBlank() ? 0 : text.getWholeText().length());
        } else if (node instanceof Element element) {
            links += isLink(element) ? 1 : 0;
            if (judged.contains(element.normalName())) {
                open.push(new Count());
            }
        }
    }

    private void count(int length) {
        open.element().all += length;
        open.element().linked += links > 0 ? length : 0;
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            links -= isLink(element) ? 1 : 0;
            if (judged.contains(element.normalName())) {
                judge(element, open.pop());
            }
        }
    }

    private void judge(Element element, Count count) {
        if (count.linked > count.all * MOST_LINKS) {
            mostlyLinks.add(element);
        }
        open.element().all += count.all;
        open.element().linked += count.linked;
    }

    private static boolean isLink(Element element) {
        return element.normalName().equals("a");
    }
}
