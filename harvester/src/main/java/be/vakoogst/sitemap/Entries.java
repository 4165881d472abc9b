package be.vakoogst.sitemap;

import be.vakoogst.xml.XmlElement;
import be.vakoogst.xml.XmlPull;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The entries of a document, pulled one by one; each as a {@code url} or {@code sitemap} with a {@code loc}, also where the sitemap is a feed or plain
 * lines (sitemaps.org, "Other Sitemap formats").
 */
final class Entries implements Iterator<XmlElement> {

    private static final Set<String> WANTED = Set.of("url", "sitemap", "item", "entry");

    private final XmlPull xml;
    private boolean pulled;
    private boolean there;

    private Entries(XmlPull xml) {
        this.xml = xml;
    }

    static Iterator<XmlElement> ofXml(String text) {
        return new Entries(XmlPull.over(text));
    }

    static Iterator<XmlElement> ofLines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> entry(Stream.of(element("loc", line)).toList()))
                .iterator();
    }

    @Override
    public boolean hasNext() {
        if (!pulled) {
            pulled = true;
            there = toNext();
        }
        return there;
    }

    private boolean toNext() {
        Optional<String> name = xml.next();
        while (name.isPresent() && !WANTED.contains(name.get().toLowerCase(Locale.ROOT))) {
            name = xml.next();
        }
        return name.isPresent();
    }

    @Override
    public XmlElement next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        pulled = false;
        XmlElement element = xml.element();
        return switch (element.name().toLowerCase(Locale.ROOT)) {
            case "item", "entry" -> ofFeed(element);
            default -> element;
        };
    }

    private static XmlElement ofFeed(XmlElement entry) {
        String link = entry.all("link")
                .filter(one ->
                        one.attribute("rel").isEmpty() || one.attribute("rel").equals("alternate"))
                .map(one -> one.attribute("href") + one.wholeText())
                .findFirst()
                .orElse("");
        Stream<XmlElement> modified = Stream.of("updated", "pubDate", "date")
                .flatMap(entry::all)
                .limit(1)
                .map(date -> element("lastmod", date.wholeText()));
        return entry(Stream.concat(Stream.of(element("loc", link)), modified).toList());
    }

    private static XmlElement entry(List<XmlElement> children) {
        return new XmlElement("url", Map.of(), children, "");
    }

    private static XmlElement element(String name, String text) {
        return new XmlElement(name, Map.of(), List.of(), text);
    }
}
