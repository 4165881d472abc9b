package be.vakoogst.feed;

import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Reference;
import be.vakoogst.xml.XmlText;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds out what a body is, and reads it. XML is read with jsoup's XML parser, which knows no external entities, no DTD and no recursion,
 * and takes undefined entities, undeclared prefixes, bare ampersands and control characters as they come: real feeds have all of them.
 */
final class FeedDocument {

    private static final int MOST_DEPTH = 200;
    private static final List<String> FEED_TYPES =
            List.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");

    private FeedDocument() {}

    static FeedReading read(Fetched.Fresh fetched) {
        String text = XmlText.of(fetched);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(start, fetched.url());
        }
        if (start.startsWith("%PDF")) {
            return new FeedReading.NoFeed(Reason.WRONG_TYPE, "a PDF document, not a feed");
        }
        int root = start.indexOf('<');
        if (root < 0) {
            return new FeedReading.NoFeed(Reason.WRONG_TYPE, "no feed but " + kind(fetched));
        }
        return markup(start.substring(root), fetched);
    }

    private static FeedReading markup(String text, Fetched.Fresh fetched) {
        Document xml =
                Jsoup.parse(text, fetched.url().toString(), Parser.xmlParser().setMaxDepth(MOST_DEPTH));
        for (Element child : xml.children()) {
            switch (child.normalName().toLowerCase(Locale.ROOT)) {
                case "rss", "rdf:rdf" -> {
                    return closed(text, child, new RssReading(fetched.url()).read(child));
                }
                case "feed", "atom:feed" -> {
                    return closed(text, child, new AtomReading(fetched.url()).read(child));
                }
                case "html" -> {
                    return html(text, fetched);
                }
                default -> {}
            }
        }
        return text.toLowerCase(Locale.ROOT).contains("<html")
                        || fetched.mediaType().equals("text/html")
                ? html(text, fetched)
                : new FeedReading.NoFeed(Reason.WRONG_TYPE, "XML whose root is '" + rootName(xml) + "', not a feed");
    }

    /** A feed that was cut off before its first entry is no empty feed. */
    private static FeedReading closed(String text, Element root, FeedPage page) {
        boolean ends = text.stripTrailing()
                .toLowerCase(Locale.ROOT)
                .contains("</" + root.tagName().toLowerCase(Locale.ROOT));
        return ends || !page.entries().isEmpty()
                ? new FeedReading.Page(page)
                : new FeedReading.NoFeed(
                        Reason.UNREADABLE, "a feed that breaks off after " + text.length() + " characters");
    }

    private static FeedReading html(String text, Fetched.Fresh fetched) {
        Document page = Jsoup.parse(text, fetched.url().toString());
        for (Element link : page.select("link[rel~=(?i)\\balternate\\b][type][href]")) {
            if (FEED_TYPES.contains(link.attr("type").strip().toLowerCase(Locale.ROOT))) {
                Optional<URI> feed = Reference.resolve(fetched.url(), link.attr("href"));
                if (feed.isPresent() && !feed.get().equals(fetched.url())) {
                    return new FeedReading.Elsewhere(feed.get());
                }
            }
        }
        return new FeedReading.NoFeed(
                Reason.WRONG_TYPE, "an HTML page titled '" + page.title() + "' that names no feed");
    }

    private static FeedReading json(String text, URI url) {
        try {
            JsonNode root = JsonMapper.shared().readTree(text);
            return root.path("items").isArray()
                    ? new FeedReading.Page(new JsonFeedReading(url).read(root))
                    : new FeedReading.NoFeed(Reason.WRONG_TYPE, "JSON without items, not a JSON Feed");
        } catch (JacksonException e) {
            return new FeedReading.NoFeed(Reason.UNREADABLE, "JSON that breaks: " + e.getOriginalMessage());
        }
    }

    private static String kind(Fetched.Fresh fetched) {
        return fetched.mediaType().isEmpty() ? "a document without markup" : "'" + fetched.mediaType() + "'";
    }

    private static String rootName(Document xml) {
        return xml.children().isEmpty() ? "" : xml.child(xml.childrenSize() - 1).tagName();
    }
}
