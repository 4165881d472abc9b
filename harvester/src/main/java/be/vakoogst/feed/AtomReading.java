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

/** Atom 1.0 and 0.3: from elements to statements. */
final class AtomReading {

    private final URI url;

    AtomReading(URI url) {
        this.url = url;
    }

    FeedPage read(Element feed) {
        List<FeedEntry> entries = new ArrayList<>();
        for (Element child : feed.children()) {
            if (name(child).equals("entry")) {
                entry(child, feed, "entry[" + (entries.size() + 1) + "]").ifPresent(entries::add);
            }
        }
        return new FeedPage(
                entries,
                Tombstones.in(feed),
                FeedLinks.link(feed, url, "next"),
                FeedLinks.link(feed, url, "prev-archive"),
                FeedLinks.complete(feed),
                RssReading.child(feed, "generator").toLowerCase(Locale.ROOT).contains("wordpress"));
    }

    private Optional<FeedEntry> entry(Element entry, Element feed, String place) {
        URI base = FeedLinks.base(entry, url);
        Statements statements = new Statements(place);
        MediaModule modules = new MediaModule(base, statements);
        entry.children().forEach(element -> {
            own(element, base, statements);
            modules.read(element);
        });
        feed(feed, statements);
        Optional<URI> link = alternate(entry, base);
        return FeedEntry.of(RssReading.child(entry, "id"), link, statements.all());
    }

    private static void own(Element element, URI base, Statements statements) {
        String name = name(element);
        switch (name) {
            case "title" -> construct(Field.TITLE, element, statements);
            case "summary" -> construct(Field.DESCRIPTION, element, statements);
            case "content" -> construct(Field.TEXT, element, statements);
            case "published", "issued", "created" -> statements.text(Field.PUBLISHED, element.wholeText(), name);
            case "updated", "modified" -> statements.text(Field.MODIFIED, element.wholeText(), name);
            case "author", "contributor" -> who(element, base, statements);
            case "category" ->
                statements.text(
                        Field.CATEGORY, element.hasAttr("label") ? element.attr("label") : element.attr("term"), name);
            case "rights" -> statements.text(Field.LICENCE, element.wholeText(), name);
            case "id" -> statements.text(Field.IDENTIFIER, element.wholeText(), name);
            case "link" -> link(element, base, statements);
            default -> {}
        }
    }

    /** Text constructs (RFC 4287 section 3.1): text, escaped html, or xhtml as elements. */
    private static void construct(Field field, Element element, Statements statements) {
        switch (element.attr("type").toLowerCase(Locale.ROOT)) {
            case "", "text", "text/plain" ->
                statements.html(
                        field, element.childrenSize() > 0 ? element.html() : element.wholeText(), name(element));
            case "xhtml", "application/xhtml+xml" -> statements.html(field, element.html(), name(element));
            default -> statements.html(field, element.wholeText(), name(element));
        }
    }

    private static void who(Element element, URI base, Statements statements) {
        String name = RssReading.child(element, "name");
        if (!name.isEmpty()) {
            statements.add(
                    Field.CREATOR,
                    new Value.Who(name, Optional.empty(), Reference.resolve(base, RssReading.child(element, "uri"))),
                    name(element) + "/name");
        }
    }

    private static void link(Element element, URI base, Statements statements) {
        Optional<URI> target = Reference.resolve(base, element.attr("href"));
        switch (element.attr("rel").toLowerCase(Locale.ROOT)) {
            case "enclosure" ->
                target.ifPresent(url -> statements.add(
                        Field.MEDIA,
                        new Value.File(
                                url,
                                MediaModule.attribute(element, "type"),
                                Optional.empty(),
                                MediaModule.number(element, "length"),
                                Media.Role.CONTENT),
                        "link[@rel=enclosure]"));
            case "license" -> statements.text(Field.LICENCE, element.attr("href"), "link[@rel=license]");
            default -> {}
        }
    }

    private static void feed(Element feed, Statements statements) {
        statements.html(Field.SITE_NAME, RssReading.child(feed, "title"), "../title");
        statements.text(Field.LANGUAGE, feed.attr("xml:lang"), "../@xml:lang");
        statements.text(Field.LICENCE, RssReading.child(feed, "rights"), "../rights");
    }

    private static Optional<URI> alternate(Element entry, URI base) {
        return entry.children().stream()
                .filter(child -> name(child).equals("link"))
                .filter(child ->
                        child.attr("rel").isEmpty() || child.attr("rel").equals("alternate"))
                .findFirst()
                .flatMap(child -> Reference.resolve(base, child.attr("href")));
    }

    private static String name(Element element) {
        return element.tagName().toLowerCase(Locale.ROOT).replaceFirst("^atom:", "");
    }
}
