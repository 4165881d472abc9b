package be.vakoogst.rest;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** From entries of an answer to what is discovered. For one walk and one thread. */
final class RestItems {

    private static final int REMEMBERED = 200_000;

    private final RestSettings settings;
    private final Source source;
    private final Function<JsonNode, Answer> detail;
    private final Set<String> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

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
        List<Discovered> found = new ArrayList<>();
        Sayings sayings = new Sayings(Syntax.REST, key);
        say(entry, url, sayings);
        if (settings.detail().isPresent()) {
            switch (detail.apply(entry)) {
                case Answer.Tree tree -> say(tree.root(), url, sayings);
                case Answer.None(Failure failure) -> found.add(new Discovered.Broken(failure));
            }
        }
        Optional<URI> link = link(entry, url);
        URI address = link.orElse(url);
        if (source.urls().want(address)) {
            found.add(new Discovered.Found(new Item(
                    new ItemKey(key),
                    address,
                    new RawRecord(url, sayings.all(), List.of()),
                    Fingerprint.of(link, sayings.all()),
                    link.filter(page -> settings.page()),
                    Checkpoint.START)));
        }
        return found;
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
