package be.vakoogst.feed;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Media;
import java.net.URI;
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
        FeedEntries entries = new FeedEntries();
        Statements above = above(feed);
        int number = 0;
        for (Element child : feed.children()) {
            if (child.tagName().equals("entry")) {
                entry(child, above, "entry[" + ++number + "]", entries);
            }
        }
        return new FeedPage(
                entries,
                Tombstones.in(feed),
                FeedLinks.link(feed, url, "next"),
                FeedLinks.link(feed, url, "prev-archive"),
                FeedRhythm.of(feed),
                FeedLinks.complete(feed),
                RssReading.child(feed, "generator").toLowerCase(Locale.ROOT).contains("wordpress"));
    }

    private void entry(Element entry, Statements above, String place, FeedEntries entries) {
        URI base = FeedLinks.base(entry, url);
        Statements statements = new Statements(place);
        statements.text(Field.LANGUAGE, entry.attr("xml:lang"), "@xml:lang");
        MediaModule modules = new MediaModule(base, statements);
        entry.children().forEach(element -> {
            own(element, base, statements);
            modules.read(element);
        });
        statements.inherit(above);
        Optional<URI> page = alternate(entry, base);
        entries.add(place, RssReading.child(entry, "id"), page, page, statements);
    }

    private static void own(Element element, URI base, Statements statements) {
        String name = element.tagName();
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

    /**
     * Text constructs (RFC 4287 section 3.1) and content (section 4.1.3): text, escaped html, or elements as such; Atom 0.3 says so in {@code mode}.
     * Other media types are encoded in base64, and are no text.
     */
    private static void construct(Field field, Element element, Statements statements) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        boolean readable = type.isEmpty()
                || type.matches("text|x?html|text/.*|.*[/+]xml")
                        && !element.attr("mode").equals("base64");
        if (readable) {
            statements.html(
                    field, element.childrenSize() > 0 ? element.html() : element.wholeText(), element.tagName());
        }
    }

    private static void who(Element element, URI base, Statements statements) {
        String name = RssReading.child(element, "name");
        if (!name.isEmpty()) {
            statements.add(
                    Field.CREATOR,
                    new Value.Who(name, Optional.empty(), Reference.resolve(base, RssReading.child(element, "uri"))),
                    element.tagName() + "/name");
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

    private Statements above(Element feed) {
        Statements above = new Statements("..");
        above.html(Field.SITE_NAME, RssReading.child(feed, "title"), "title");
        above.text(Field.LANGUAGE, feed.attr("xml:lang"), "@xml:lang");
        above.text(Field.LICENCE, RssReading.child(feed, "rights"), "rights");
        feed.children().stream()
                .filter(child -> child.tagName().equals("author"))
                .forEach(author -> who(author, FeedLinks.base(author, url), above));
        return above;
    }

    private static Optional<URI> alternate(Element entry, URI base) {
        return entry.children().stream()
                .filter(child -> child.tagName().equals("link"))
                .filter(child ->
                        child.attr("rel").isEmpty() || child.attr("rel").equals("alternate"))
                .findFirst()
                .flatMap(child -> Reference.resolve(base, child.attr("href")));
    }
}
