package be.vakoogst.cli;

import be.vakoogst.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of feeds as readers exchange them (OPML 2.0). */
final class Opml {

    private static final long MOST_BYTES = 10 << 20;

    private Opml() {}

    /** A feed of a list. */
    record Feed(String url, String title) {}

    /** @throws WrongUse where the file cannot be read or is no OPML */
    static List<Feed> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new WrongUse(file + " is larger than 10 MB");
            }
            Document document = Jsoup.parse(Files.readString(file), "", Parser.xmlParser());
            if (document.selectFirst("opml") == null) {
                throw new WrongUse(file + " is no OPML: it has no <opml> element");
            }
            return document.select("outline").stream()
                    .filter(outline -> !attribute(outline, "xmlUrl").isBlank())
                    .map(outline -> new Feed(attribute(outline, "xmlUrl").strip(), title(outline)))
                    .toList();
        } catch (IOException e) {
            throw new WrongUse(file + " cannot be read: " + e.getMessage());
        }
    }

    private static String title(Element outline) {
        String title = attribute(outline, "title");
        return title.isBlank() ? attribute(outline, "text") : title;
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
