package be.vakoogst.feed;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** RSS 0.9x, 1.0 and 2.0: from elements to statements. */
final class RssReading {

    private static final Set<String> HOLDS_FOR_ALL = Set.of(
            "itunes:author",
            "itunes:image",
            "dc:creator",
            "dc:publisher",
            "dc:language",
            "dc:rights",
            "dc:license",
            "cc:license",
            "media:license",
            "media:copyright",
            "media:credit");

    private final URI url;

    RssReading(URI url) {
        this.url = url;
    }

    FeedPage read(Element root) {
        Element channel = root.children().stream()
                .filter(child -> child.tagName().equals("channel"))
                .findFirst()
                .orElse(root);
        FeedEntries entries = new FeedEntries();
        List<Element> items = root.select("item");
        Statements above = above(channel);
        for (int i = 0; i < items.size(); i++) {
            entry(items.get(i), above, "item[" + (i + 1) + "]", entries);
        }
        return new FeedPage(
                entries,
                Tombstones.in(channel),
                FeedLinks.link(channel, url, "next"),
                FeedLinks.link(channel, url, "prev-archive"),
                FeedRhythm.of(channel),
                FeedLinks.complete(channel),
                child(channel, "generator").toLowerCase(Locale.ROOT).contains("wordpress"));
    }

    private void entry(Element item, Statements above, String place, FeedEntries entries) {
        URI base = FeedLinks.base(item, url);
        Statements statements = new Statements(place);
        MediaModule modules = new MediaModule(base, statements);
        item.children().forEach(element -> {
            own(element, base, statements);
            modules.read(element);
        });
        statements.inherit(above);
        Optional<URI> page = link(item, base);
        entries.add(place, child(item, "guid"), page.or(() -> enclosed(item, base)), page, statements);
    }

    private static void own(Element element, URI base, Statements statements) {
        String name = element.tagName();
        String text = element.wholeText();
        switch (name) {
            case "title" -> statements.html(Field.TITLE, text, name);
            case "description" -> statements.html(Field.DESCRIPTION, text, name);
            case "content:encoded" -> statements.html(Field.TEXT, text, name);
            case "pubdate" -> statements.text(Field.PUBLISHED, text, name);
            case "author" -> who(text, statements);
            case "category" -> statements.text(Field.CATEGORY, text, name);
            case "guid" -> statements.text(Field.IDENTIFIER, text, name);
            case "enclosure" -> enclosure(element, base, statements);
            default -> {}
        }
    }

    /** RSS 2.0 wants an address with the name in brackets: {@code jan@example.org (Jan Peeters)}. */
    private static void who(String text, Statements statements) {
        String name =
                text.replaceFirst("^\\s*\\S+@\\S+\\s*\\((.+)\\)\\s*$", "$1").strip();
        if (!name.isEmpty() && !name.contains("@")) {
            statements.add(Field.CREATOR, new Value.Who(name, Optional.empty(), Optional.empty()), "author");
        }
    }

    private static void enclosure(Element element, URI base, Statements statements) {
        Reference.resolve(base, element.attr("url")).ifPresent(url -> {
            Optional<String> type = MediaModule.attribute(element, "type");
            if (type.filter(mime -> mime.startsWith("image/")).isPresent()) {
                statements.add(
                        Field.IMAGE,
                        new Value.Picture(url, Optional.empty(), Optional.empty(), Optional.empty()),
                        "enclosure");
            } else {
                statements.add(
                        Field.MEDIA,
                        new Value.File(
                                url, type, Optional.empty(), MediaModule.number(element, "length"), Media.Role.CONTENT),
                        "enclosure");
            }
        });
    }

    /** Its own title and description speak of the channel; the rest holds for its items. */
    private Statements above(Element channel) {
        Statements above = new Statements("..");
        above.html(Field.SITE_NAME, child(channel, "title"), "title");
        above.text(Field.LANGUAGE, child(channel, "language"), "language");
        above.text(Field.LICENCE, child(channel, "copyright"), "copyright");
        MediaModule modules = new MediaModule(FeedLinks.base(channel, url), above);
        channel.children().stream()
                .filter(element -> HOLDS_FOR_ALL.contains(element.tagName()))
                .forEach(modules::read);
        return above;
    }

    private static Optional<URI> link(Element item, URI base) {
        Optional<URI> stated = Reference.resolve(base, child(item, "link"));
        return stated.isPresent()
                ? stated
                : children(item, "guid").stream()
                        .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                        .filter(guid -> guid.wholeText().strip().matches("(?i)https?://.*"))
                        .findFirst()
                        .flatMap(guid -> Reference.resolve(base, guid.wholeText()))
                        .or(() -> named(item, base));
    }

    /** As Atom's link within RSS, or RSS 1.0's name of the item, say where it is read. */
    private static Optional<URI> named(Element item, URI base) {
        return children(item, "atom:link").stream()
                .filter(link -> link.attr("rel").isEmpty() || link.attr("rel").equalsIgnoreCase("alternate"))
                .map(link -> link.attr("href"))
                .findFirst()
                .or(() -> Optional.of(item.attr("rdf:about")))
                .flatMap(address -> Reference.resolve(base, address));
    }

    /** An episode of a podcast often has no page of its own. */
    private static Optional<URI> enclosed(Element item, URI base) {
        return children(item, "enclosure").stream()
                .findFirst()
                .flatMap(enclosure -> Reference.resolve(base, enclosure.attr("url")));
    }

    static String child(Element parent, String name) {
        return children(parent, name).stream()
                .map(Element::wholeText)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> child.tagName().equals(name))
                .toList();
    }
}
