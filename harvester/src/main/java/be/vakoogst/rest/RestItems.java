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
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The keys by which earlier runs may know them. */
    static List<ItemKey> known(List<String> keys) {
        return keys.stream().filter(key -> !key.isBlank()).map(ItemKey::new).toList();
    }

    /**
     * @param url of the answer it stands in
     * @param told what the list told of items at the last run, as fingerprints
     */
    List<Discovered> read(JsonNode entry, URI url, Map<ItemKey, String> told) {
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
        return item(new ItemKey(key.get()), entry, url, told);
    }

    private boolean isDeleted(JsonNode entry) {
        return settings.deleted()
                .flatMap(pointer -> Pointers.text(entry, pointer))
                .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("deleted"))
                .isPresent();
    }

    private List<Discovered> item(ItemKey key, JsonNode entry, URI url, Map<ItemKey, String> told) {
        Optional<URI> link = link(entry, url);
        if (!link.map(source.urls()::want).orElse(true)) {
            return List.of();
        }
        Sayings sayings = new Sayings(Syntax.REST, key.value());
        say(entry, url, sayings);
        Optional<String> listed = settings.detail().flatMap(detail -> version(entry, link, sayings));
        if (settings.detail().isEmpty() || listed.isPresent() && listed.equals(Optional.ofNullable(told.get(key)))) {
            return List.of(found(key, link, url, sayings, listed));
        }
        return switch (detail.apply(entry)) {
            case Answer.Tree tree -> {
                say(tree.root(), url, sayings);
                yield List.of(found(key, link, url, sayings, listed));
            }
            case Answer.None(Failure failure) -> withoutDetail(key, url, failure);
        };
    }

    /** What the list itself says of an item, where that changes whenever the item does. */
    private Optional<String> version(JsonNode entry, Optional<URI> link, Sayings sayings) {
        boolean dated = sayings.all().stream().anyMatch(statement -> statement.field() == Field.MODIFIED);
        Optional<String> stated = settings.version().flatMap(pointer -> Pointers.text(entry, pointer));
        List<Statement> all = new ArrayList<>(sayings.all());
        stated.ifPresent(text -> all.add(new Statement(Field.MODIFIED, new Value.Text(text), Syntax.REST, "version")));
        return dated || stated.isPresent() ? Optional.of(Fingerprint.of(link, all)) : Optional.empty();
    }

    private Discovered found(ItemKey key, Optional<URI> link, URI url, Sayings sayings, Optional<String> listed) {
        return new Discovered.Found(new Item(
                key,
                link.orElse(source.connector().url()),
                new RawRecord(url, sayings.all(), List.of()),
                listed.orElseGet(() -> Fingerprint.of(link, sayings.all())),
                link.filter(page -> settings.page()),
                Checkpoint.START));
    }

    /** What was known of it is better than the half of it that the list has; a new one comes when its detail can be had. */
    private static List<Discovered> withoutDetail(ItemKey key, URI url, Failure failure) {
        return List.of(new Discovered.Broken(failure), new Discovered.Present(key, url));
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
