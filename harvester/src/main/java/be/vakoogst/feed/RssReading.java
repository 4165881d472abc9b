package be.vakoogst.feed;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** RSS 0.9x, 1.0 and 2.0: from elements to statements. */
final class RssReading {

    private final URI url;

    RssReading(URI url) {
        this.url = url;
    }

    FeedPage read(Element root) {
        Element channel = root.children().stream()
                .filter(child -> child.tagName().equalsIgnoreCase("channel"))
                .findFirst()
                .orElse(root);
        List<Element> items = root.select("item");
        List<FeedEntry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            entry(items.get(i), channel, "item[" + (i + 1) + "]").ifPresent(entries::add);
        }
        return new FeedPage(
                entries,
                Tombstones.in(channel),
                FeedLinks.link(channel, url, "next"),
                FeedLinks.link(channel, url, "prev-archive"),
                FeedLinks.complete(channel),
                child(channel, "generator").toLowerCase(Locale.ROOT).contains("wordpress"));
    }

    private Optional<FeedEntry> entry(Element item, Element channel, String place) {
        URI base = FeedLinks.base(item, url);
        Statements statements = new Statements(place);
        MediaModule modules = new MediaModule(base, statements);
        item.children().forEach(element -> {
            own(element, base, statements);
            modules.read(element);
        });
        channel(channel, statements);
        Optional<URI> link = link(item, base);
        return FeedEntry.of(child(item, "guid"), link, statements.all());
    }

    private static void own(Element element, URI base, Statements statements) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
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

    /** What the channel says holds for each of its items, unless the item says otherwise. */
    private static void channel(Element channel, Statements statements) {
        statements.html(Field.SITE_NAME, child(channel, "title"), "../title");
        statements.text(Field.LANGUAGE, child(channel, "language"), "../language");
        statements.text(Field.LICENCE, child(channel, "copyright"), "../copyright");
        statements.text(Field.LICENCE, child(channel, "creativecommons:license"), "../creativeCommons:license");
    }

    private static Optional<URI> link(Element item, URI base) {
        Optional<URI> stated = Reference.resolve(base, child(item, "link"));
        if (stated.isPresent()) {
            return stated;
        }
        Optional<Element> guid = children(item, "guid").stream().findFirst();
        return guid.filter(element -> !element.attr("isPermaLink").equalsIgnoreCase("false"))
                .filter(element -> element.wholeText().strip().matches("(?i)https?://.*"))
                .flatMap(element -> Reference.resolve(base, element.wholeText()))
                .or(() -> children(item, "enclosure").stream()
                        .findFirst()
                        .flatMap(enclosure -> Reference.resolve(base, enclosure.attr("url"))));
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
                .filter(child -> child.tagName().equalsIgnoreCase(name))
                .toList();
    }
}
