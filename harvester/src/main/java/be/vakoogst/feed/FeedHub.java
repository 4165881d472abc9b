package be.vakoogst.feed;

import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Reference;
import be.vakoogst.xml.XmlText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Who tells of changes of a feed, and what the feed is called there (WebSub, section 4: link headers first, then the document's own links).
 *
 * @param topic the address that the feed calls its own
 */
public record FeedHub(URI hub, URI topic) {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*;[^,]*?\\brel=\"?([^\";,]+)\"?");

    /** Empty where the feed offers none. */
    public static Optional<FeedHub> in(Fetched.Fresh feed) {
        Document xml = Jsoup.parse(XmlText.of(feed), feed.url().toString(), Parser.xmlParser());
        Optional<Element> root = Optional.ofNullable(xml.selectFirst("channel, feed"));
        return header(feed, "hub")
                .or(() -> root.flatMap(element -> FeedLinks.link(element, feed.url(), "hub")))
                .map(hub -> new FeedHub(
                        hub,
                        header(feed, "self")
                                .or(() -> root.flatMap(element -> FeedLinks.link(element, feed.url(), "self")))
                                .orElse(feed.url())));
    }

    /** The feed that a page of HTML names. */
    public static Optional<URI> feedOf(Fetched.Fresh page) {
        return page.mediaType().equals("text/html")
                ? FeedHint.in(Jsoup.parse(XmlText.of(page), page.url().toString()), page.url())
                : Optional.empty();
    }

    private static Optional<URI> header(Fetched.Fresh feed, String relation) {
        for (String value : feed.headers().getOrDefault("link", List.of())) {
            Matcher link = LINK.matcher(value);
            while (link.find()) {
                if (List.of(link.group(2).split(" ")).contains(relation)) {
                    return Reference.resolve(feed.url(), link.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
