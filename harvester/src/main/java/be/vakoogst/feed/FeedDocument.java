package be.vakoogst.feed;

import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.xml.XmlText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Finds out what a body is, and reads it. XML is read with jsoup's XML parser, which knows no external entities, no DTD and no recursion,
 * and takes undefined entities, undeclared prefixes, bare ampersands and control characters as they come: real feeds have all of them.
 */
final class FeedDocument {

    private static final int MOST_DEPTH = 200;
    private static final Pattern ENTRY_TAG = Pattern.compile("(?i)<(/?)(?:[a-z][a-z0-9]*:)?(?:item|entry)[\\s>/]");

    /** JSON Feed 1.1, "Top-level". */
    private static final Pattern JSON_FEED =
            Pattern.compile("\"version\"\\s*:\\s*\"https?:(\\\\?/){2}(www\\.)?jsonfeed\\.org\\\\?/version");

    private FeedDocument() {}

    /** Whether it says that it is a feed, or names one. A list in JSON that does not may be any. */
    static boolean isOne(Fetched.Fresh fetched) {
        String text = XmlText.of(fetched).stripLeading();
        boolean anyJson = (text.startsWith("{") || text.startsWith("["))
                && !JSON_FEED.matcher(text).find();
        return !anyJson && !(read(fetched) instanceof FeedReading.NoFeed);
    }

    static FeedReading read(Fetched.Fresh fetched) {
        String file = NoFeed.file(fetched.body().start(8));
        if (!file.isEmpty()) {
            return noFeed(file);
        }
        String text = XmlText.of(fetched);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return JsonFeedDocument.read(start, fetched.url());
        }
        int root = start.indexOf('<');
        return root < 0 ? noFeed(NoFeed.text(text, fetched.mediaType())) : markup(start.substring(root), fetched);
    }

    private static FeedReading markup(String text, Fetched.Fresh fetched) {
        Document xml =
                Jsoup.parse(text, fetched.url().toString(), Parser.xmlParser().setMaxDepth(MOST_DEPTH));
        String root = "";
        for (Element child : xml.children()) {
            root = child.normalName().toLowerCase(Locale.ROOT).replaceFirst("^[^:]*:", "");
            switch (root) {
                case "rss", "rdf", "feed" -> {
                    return feed(text, child, root, fetched);
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
                : noFeed(NoFeed.xml(root));
    }

    private static FeedReading feed(String text, Element root, String name, Fetched.Fresh fetched) {
        boolean whole =
                text.toLowerCase(Locale.ROOT).contains("</" + root.tagName().toLowerCase(Locale.ROOT));
        FeedNames.settle(root);
        if (!whole && isWithinEntry(text)) {
            Optional.ofNullable(root.select("item, entry").last()).ifPresent(Element::remove);
        }
        FeedPage page = name.equals("feed")
                ? new AtomReading(fetched.url()).read(root)
                : new RssReading(fetched.url()).read(root);
        return new FeedReading.Page(page, whole ? Optional.empty() : Optional.of(breaks(page, text.length())));
    }

    static String breaks(FeedPage page, int length) {
        return "breaks off after " + page.entries().size() + " entries, " + length + " characters in";
    }

    /** An entry that was cut off says only half of what it says. */
    private static boolean isWithinEntry(String text) {
        boolean open = false;
        Matcher tag = ENTRY_TAG.matcher(text);
        while (tag.find()) {
            open = tag.group(1).isEmpty();
        }
        return open;
    }

    private static FeedReading html(String text, Fetched.Fresh fetched) {
        Document page = Jsoup.parse(text, fetched.url().toString());
        return FeedHint.in(page, fetched.url())
                .<FeedReading>map(FeedReading.Elsewhere::new)
                .orElseGet(() -> new FeedReading.NoFeed(
                        Reason.WRONG_TYPE, "an HTML page titled '" + page.title() + "' that names no feed"));
    }

    private static FeedReading noFeed(String found) {
        return new FeedReading.NoFeed(Reason.WRONG_TYPE, found + ", not a feed");
    }
}
