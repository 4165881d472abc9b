package be.vakoogst.feed;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org): from members to statements. */
final class JsonFeedReading {

    private final URI url;

    JsonFeedReading(URI url) {
        this.url = url;
    }

    FeedPage read(JsonNode feed) {
        FeedEntries entries = new FeedEntries();
        int number = 0;
        Statements above = above(feed);
        for (JsonNode item : feed.path("items")) {
            entry(item, above, "items/" + number++, entries);
        }
        return new FeedPage(
                entries, List.of(), resolve(feed, "next_url"), Optional.empty(), Optional.empty(), false, false);
    }

    private void entry(JsonNode item, Statements above, String place, FeedEntries entries) {
        Statements statements = new Statements(place);
        statements.text(Field.IDENTIFIER, text(item, "id"), "id");
        statements.html(Field.TITLE, text(item, "title"), "title");
        statements.text(Field.DESCRIPTION, text(item, "summary"), "summary");
        statements.html(Field.TEXT, text(item, "content_html"), "content_html");
        statements.text(Field.TEXT, text(item, "content_text"), "content_text");
        statements.text(Field.PUBLISHED, text(item, "date_published"), "date_published");
        statements.text(Field.MODIFIED, text(item, "date_modified"), "date_modified");
        statements.text(Field.LANGUAGE, text(item, "language"), "language");
        image(item, statements);
        item.path("tags").forEach(tag -> statements.text(Field.KEYWORD, tag.asString(""), "tags"));
        authors(item, statements);
        item.path("attachments").forEach(attachment -> attachment(attachment, statements));
        statements.inherit(above);
        Optional<URI> link = resolve(item, "url").or(() -> resolve(item, "external_url"));
        entries.add(place, text(item, "id"), link, link, statements);
    }

    private Statements above(JsonNode feed) {
        Statements above = new Statements("");
        above.text(Field.LANGUAGE, text(feed, "language"), "language");
        above.html(Field.SITE_NAME, text(feed, "title"), "title");
        authors(feed, above);
        return above;
    }

    private void image(JsonNode item, Statements statements) {
        for (String member : List.of("image", "banner_image")) {
            resolve(item, member)
                    .ifPresent(image -> statements.add(
                            Field.IMAGE,
                            new Value.Picture(image, Optional.empty(), Optional.empty(), Optional.empty()),
                            member));
        }
    }

    private void authors(JsonNode node, Statements statements) {
        node.path("authors").forEach(author -> author(author, "authors", statements));
        author(node.path("author"), "author", statements);
    }

    private void author(JsonNode author, String where, Statements statements) {
        if (!text(author, "name").isBlank()) {
            statements.add(
                    Field.CREATOR,
                    new Value.Who(text(author, "name").strip(), Optional.empty(), resolve(author, "url")),
                    where);
        }
    }

    private void attachment(JsonNode attachment, Statements statements) {
        resolve(attachment, "url")
                .ifPresent(file -> statements.add(
                        Field.MEDIA,
                        new Value.File(
                                file,
                                Optional.of(text(attachment, "mime_type")).filter(type -> !type.isBlank()),
                                Optional.of(text(attachment, "duration_in_seconds"))
                                        .filter(seconds -> !seconds.isBlank()),
                                attachment.path("size_in_bytes").isIntegralNumber()
                                        ? Optional.of(
                                                attachment.path("size_in_bytes").asLong())
                                        : Optional.empty(),
                                Media.Role.CONTENT),
                        "attachments"));
    }

    private Optional<URI> resolve(JsonNode node, String member) {
        return Reference.resolve(url, text(node, member));
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }
}
