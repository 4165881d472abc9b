package be.vakoogst.feed;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What RSS and Atom entries say by extensions: Media RSS, iTunes, Dublin Core, Creative Commons. */
final class MediaModule {

    private final URI base;
    private final Statements statements;

    MediaModule(URI base, Statements statements) {
        this.base = base;
        this.statements = statements;
    }

    /** Reads one element of an entry; elements of other vocabularies are passed over. */
    void read(Element element) {
        String name = element.tagName();
        String text = element.wholeText();
        switch (name) {
            case "media:group" -> element.children().forEach(this::read);
            case "media:content" -> {
                content(element);
                element.children().forEach(this::read);
            }
            case "media:thumbnail" -> picture(element, element.attr("url"), name);
            case "itunes:image" -> picture(element, element.attr("href"), name);
            case "media:player", "media:embed" -> embedded(element, name);
            case "media:title", "dc:title" -> statements.html(Field.TITLE, text, name);
            case "media:description", "itunes:summary", "itunes:subtitle", "dc:description", "dc:abstract" ->
                statements.html(Field.DESCRIPTION, text, name);
            case "media:keywords", "itunes:keywords", "dc:subject" -> statements.text(Field.KEYWORD, text, name);
            case "media:category" ->
                statements.text(Field.CATEGORY, attribute(element, "label").orElse(text), name);
            case "media:credit", "itunes:author", "dc:creator", "dc:contributor" -> who(Field.CREATOR, text, name);
            case "dc:publisher" -> who(Field.PUBLISHER, text, name);
            case "dc:date", "dc:issued", "dc:created" -> statements.text(Field.PUBLISHED, text, name);
            case "dc:modified" -> statements.text(Field.MODIFIED, text, name);
            case "dc:language" -> statements.text(Field.LANGUAGE, text, name);
            case "dc:type" -> statements.text(Field.TYPE, text, name);
            case "dc:audience" -> statements.text(Field.AUDIENCE, text, name);
            case "dc:educationlevel" -> statements.text(Field.LEVEL, text, name);
            case "dc:rights", "dc:license", "media:license", "media:copyright", "cc:license", "podcast:license" ->
                licence(element, name);
            case "itunes:duration" -> statements.text(Field.DURATION, text, name);
            default -> {}
        }
    }

    private void embedded(Element element, String name) {
        Reference.resolve(base, element.attr("url"))
                .ifPresent(url -> statements.add(Field.MEDIA, file(url, element, Media.Role.EMBED), name));
    }

    private void content(Element element) {
        Reference.resolve(base, element.attr("url")).ifPresent(url -> {
            boolean image = element.attr("medium").equals("image")
                    || element.attr("type").startsWith("image/");
            if (image) {
                picture(element, element.attr("url"), "media:content");
            } else {
                statements.add(Field.MEDIA, file(url, element, Media.Role.CONTENT), "media:content");
            }
        });
        statements.text(Field.DURATION, element.attr("duration"), "media:content/@duration");
    }

    private static Value.File file(URI url, Element element, Media.Role role) {
        return new Value.File(
                url, attribute(element, "type"), attribute(element, "duration"), number(element, "fileSize"), role);
    }

    private void picture(Element element, String reference, String where) {
        Reference.resolve(base, reference)
                .ifPresent(url -> statements.add(
                        Field.IMAGE,
                        new Value.Picture(
                                url,
                                number(element, "width").map(Long::intValue),
                                number(element, "height").map(Long::intValue),
                                Optional.empty()),
                        where));
    }

    private void licence(Element element, String name) {
        String reference = Stream.of("rdf:resource", "resource", "href", "url")
                .map(element::attr)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(element::wholeText);
        statements.text(Field.LICENCE, reference, name);
    }

    private void who(Field field, String name, String where) {
        if (!name.isBlank()) {
            statements.add(field, new Value.Who(name.strip(), Optional.empty(), Optional.empty()), where);
        }
    }

    static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.attr(name).strip()).filter(text -> !text.isEmpty());
    }

    static Optional<Long> number(Element element, String name) {
        return attribute(element, name)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }
}
