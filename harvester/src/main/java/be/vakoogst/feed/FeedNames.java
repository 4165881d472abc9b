package be.vakoogst.feed;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Gives each element the name that its namespace means, whatever prefix the publisher chose: {@code m:thumbnail} becomes {@code media:thumbnail}.
 * Where a prefix is not declared, it is taken for the usual one. All names become lower-case.
 */
final class FeedNames {

    private static final String ATOM = "atom";

    /** No prefix: the elements of RSS itself, and XHTML within Atom. */
    private static final String NONE = "";

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", ATOM),
            Map.entry("http://purl.org/atom/ns#", ATOM),
            Map.entry("http://purl.org/rss/1.0/", NONE),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", NONE),
            Map.entry("http://backend.userland.com/rss2", NONE),
            Map.entry("http://www.w3.org/1999/xhtml", NONE),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dc"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://web.resource.org/cc/", "cc"),
            Map.entry("http://creativecommons.org/ns#", "cc"),
            Map.entry("http://backend.userland.com/creativecommonsrssmodule", "cc"),
            Map.entry("http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", "cc"),
            Map.entry("http://purl.org/syndication/history/1.0", "fh"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
            Map.entry("http://purl.org/atompub/tombstones/1.0", "at"));

    private static final Map<String, String> USUAL =
            Map.of("dcterms", "dc", "creativecommons", "cc", "history", "fh", "dct", "dc");

    private FeedNames() {}

    static void settle(Element root) {
        boolean atom = local(root.tagName().toLowerCase(Locale.ROOT)).equals("feed");
        root.getAllElements().forEach(element -> element.tagName(name(element, atom)));
    }

    private static String name(Element element, boolean atom) {
        String written = element.tagName().toLowerCase(Locale.ROOT);
        String local = local(written);
        String own = written.substring(0, written.length() - local.length()).replace(":", "");
        String prefix =
                PREFIXES.getOrDefault(element.tag().namespace().toLowerCase(Locale.ROOT), USUAL.getOrDefault(own, own));
        boolean plain = prefix.isEmpty() || prefix.equals(ATOM) && (atom || own.isEmpty());
        return plain || local.isEmpty() ? local(written) : prefix + ":" + local;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
