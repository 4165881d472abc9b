package be.vakoogst.rest;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.connector.Seen;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Fingerprint;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Syntax;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** From entries of an answer to what is discovered. For one walk and one thread. */
final class RestItems {

    private final RestSettings settings;
    private final Source source;
    private final Function<JsonNode, Answer> detail;
    private final Seen seen = new Seen();

    RestItems(RestSettings settings, Source source, Function<JsonNode, Answer> detail) {
        this.settings = settings;
        this.source = source;
        this.detail = detail;
    }

    List<String> keys(List<JsonNode> entries) {
        return entries.stream()
                .map(entry -> Pointers.text(entry, settings.key()).orElse(""))
                .toList();
    }

    /** @param url of the answer it stands in */
    List<Discovered> read(JsonNode entry, URI url) {
        Optional<String> key = Pointers.text(entry, settings.key());
        if (key.isEmpty()) {
            return List.of(broken(url, Reason.UNREADABLE, "an item without a key at '" + settings.key() + "'"));
        }
        if (!seen.add(key.get())) {
            return List.of();
        }
        if (isDeleted(entry)) {
            return List.of(new Discovered.Withdrawn(new ItemKey(key.get()), url, "deleted at the source"));
        }
        return item(key.get(), entry, url);
    }

    private boolean isDeleted(JsonNode entry) {
        return settings.deleted()
                .flatMap(pointer -> Pointers.text(entry, pointer))
                .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("deleted"))
                .isPresent();
    }

    private List<Discovered> item(String key, JsonNode entry, URI url) {
        Optional<URI> link = link(entry, url);
        if (!link.map(source.urls()::want).orElse(true)) {
            return List.of();
        }
        Sayings sayings = new Sayings(Syntax.REST, key);
        say(entry, url, sayings);
        if (settings.detail().isPresent()) {
            switch (detail.apply(entry)) {
                case Answer.Tree tree -> say(tree.root(), url, sayings);
                case Answer.None(Failure failure) -> {
                    return withoutDetail(key, url, failure);
                }
            }
        }
        return List.of(new Discovered.Found(new Item(
                new ItemKey(key),
                link.orElse(source.connector().url()),
                new RawRecord(url, sayings.all(), List.of()),
                Fingerprint.of(link, sayings.all()),
                link.filter(page -> settings.page()),
                Checkpoint.START)));
    }

    /** What was known of it is better than the half of it that the list has; a new one comes when its detail can be had. */
    private static List<Discovered> withoutDetail(String key, URI url, Failure failure) {
        return List.of(new Discovered.Broken(failure), new Discovered.Present(new ItemKey(key), url));
    }

    /** Only that it is still there. */
    List<Discovered> present(JsonNode entry, URI url) {
        return Pointers.text(entry, settings.key())
                .filter(key -> !isDeleted(entry))
                .<List<Discovered>>map(key -> List.of(new Discovered.Present(new ItemKey(key), url)))
                .orElse(List.of());
    }

    private void say(JsonNode entry, URI base, Sayings sayings) {
        settings.fields().forEach((code, pointers) -> {
            Field field = Field.valueOf(code.toUpperCase(Locale.ROOT));
            pointers.forEach(pointer ->
                    Pointers.texts(entry, pointer).forEach(text -> sayings.plain(field, text, base, pointer)));
        });
    }

    private Optional<URI> link(JsonNode entry, URI base) {
        return settings.link()
                .flatMap(pointer -> Pointers.text(entry, pointer))
                .or(() -> settings.linkTemplate().flatMap(template -> Pointers.filled(template, entry)))
                .flatMap(text -> Reference.resolve(base, text));
    }

    private static Discovered broken(URI url, Reason reason, String detail) {
        return new Discovered.Broken(new Failure(url, Stage.DISCOVER, reason, detail));
    }
}
