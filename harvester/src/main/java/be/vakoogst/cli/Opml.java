package be.vakoogst.cli;

import be.vakoogst.source.Source;
import be.vakoogst.xml.XmlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of feeds as readers exchange them (OPML 2.0). */
final class Opml {

    private static final long MOST_BYTES = 10 << 20;
    private static final int MOST_DEPTH = 200;

    /** As the schema of sources allows. */
    private static final int LONGEST_NAME = 200;

    private Opml() {}

    /** A feed of a list. */
    record Feed(String url, String title) {}

    /**
     * Each feed once, however outlines are nested.
     *
     * @throws WrongUse where the file cannot be read or is no OPML
     */
    static List<Feed> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new WrongUse(file + " is larger than 10 MB");
            }
            String text = XmlText.of(Files.readAllBytes(file), Optional.empty());
            Document document = Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(MOST_DEPTH));
            if (document.selectFirst("opml") == null) {
                throw new WrongUse(file + " is no OPML: it has no <opml> element");
            }
            Map<String, Feed> feeds = new LinkedHashMap<>();
            document.select("outline").stream()
                    .map(outline -> new Feed(address(outline), title(outline)))
                    .filter(feed -> !feed.url().isEmpty())
                    .forEach(feed -> feeds.putIfAbsent(feed.url(), feed));
            return List.copyOf(feeds.values());
        } catch (IOException e) {
            throw new WrongUse(file + " cannot be read: " + e.getMessage());
        }
    }

    /** {@code feed:} is what readers put before an address, or in place of its scheme. */
    private static String address(Element outline) {
        return attribute(outline, "xmlUrl")
                .strip()
                .replaceFirst("(?i)^feed:(?=https?:)", "")
                .replaceFirst("(?i)^feed://", "https://");
    }

    private static String title(Element outline) {
        String title = attribute(outline, "title");
        String name = (title.isBlank() ? attribute(outline, "text") : title).strip();
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** Writers do not agree on the case of attributes. */
    private static String attribute(Element outline, String name) {
        return outline.attributes().getIgnoreCase(name);
    }

    static String write(List<Source> feeds) {
        Document document = Jsoup.parse(
                "<opml version=\"2.0\"><head><title>Vakoogst</title></head><body/></opml>", "", Parser.xmlParser());
        Element body = document.getElementsByTag("body").getFirst();
        feeds.forEach(feed -> body.appendElement("outline")
                .attr("type", "rss")
                .attr("text", feed.name())
                .attr("title", feed.name())
                .attr("xmlUrl", feed.connector().url().toString()));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.outerHtml() + "\n";
    }
}
