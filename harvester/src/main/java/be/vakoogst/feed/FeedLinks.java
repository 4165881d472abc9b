package be.vakoogst.feed;

import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** What feeds say of themselves by links (RFC 4287, RFC 5005). {@code rel=self} is never followed: WordPress leaves its port out. */
final class FeedLinks {

    private FeedLinks() {}

    /** The link of a relation among an element's own children. */
    static Optional<URI> link(Element feed, URI url, String relation) {
        return feed.children().stream()
                .filter(child ->
                        child.tagName().equals("atom:link") || child.tagName().equals("link"))
                .filter(child -> child.attr("rel").equalsIgnoreCase(relation))
                .findFirst()
                .flatMap(child -> Reference.resolve(base(child, url), child.attr("href")));
    }

    static boolean complete(Element feed) {
        return feed.children().stream().anyMatch(child -> child.tagName().equals("fh:complete"));
    }

    /** The base of an element's relative links: every {@code xml:base} around it, the outermost resolved first. */
    static URI base(Element element, URI url) {
        URI base = url;
        for (Element around : element.parents().reversed()) {
            base = within(around, base);
        }
        return within(element, base);
    }

    private static URI within(Element element, URI base) {
        return Reference.resolve(base, element.attr("xml:base")).orElse(base);
    }
}
