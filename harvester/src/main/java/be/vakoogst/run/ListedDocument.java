package be.vakoogst.run;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The document that a list names for an item that has no page: it says more than the list does. Only on the item's own host. */
final class ListedDocument {

    private static final Pattern NAME =
            Pattern.compile("(?i).*\\.(pdf|docx?|pptx?|ppsx|xlsx?|od[tps]|epub|rtf|h5p|imscc|zip)");

    private ListedDocument() {}

    static Optional<URI> of(Item item) {
        return Stream.concat(
                        Stream.of(item.url()), item.listed().about(Field.MEDIA).flatMap(ListedDocument::file))
                .filter(url -> url.getHost() != null
                        && url.getHost().equalsIgnoreCase(item.url().getHost()))
                .filter(url ->
                        url.getPath() != null && NAME.matcher(url.getPath()).matches())
                .findFirst();
    }

    private static Stream<URI> file(Statement statement) {
        return statement.value() instanceof Value.File file && file.role() == Media.Role.CONTENT
                ? Stream.of(file.url())
                : Stream.empty();
    }
}
