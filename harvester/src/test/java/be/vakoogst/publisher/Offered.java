package be.vakoogst.publisher;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.failure.Failure;
import be.vakoogst.fetch.Validators;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.source.ConnectorSettings;
import be.vakoogst.source.Defaults;
import be.vakoogst.source.Limits;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.Source;
import be.vakoogst.source.UrlPatterns;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a connector discovers at a publisher, for tests. */
public record Offered(List<Discovered> all) {

    /** A source without delays. */
    public static Source source(String type, URI url, Map<String, Object> options) {
        return new Source(
                new SourceId("tried"),
                "Tried",
                Optional.empty(),
                SourceKind.PUBLISHER,
                new ConnectorSettings(type, url, options),
                Optional.empty(),
                List.of(),
                false,
                new Politeness(Duration.ZERO, 4),
                Defaults.NONE,
                PassOn.METADATA,
                UrlPatterns.ALL,
                Map.of(),
                Limits.DEFAULT,
                true);
    }

    public static Offered whole(Connector connector, URI url, Map<String, Object> options) {
        return from(connector, url, options, Checkpoint.START);
    }

    public static Offered from(Connector connector, URI url, Map<String, Object> options, Checkpoint from) {
        return of(
                connector,
                new Discovery(
                        source(connector.type(), url, options),
                        Discovery.Scope.FULL,
                        from,
                        listing -> Optional.empty()));
    }

    /** With what the run before remembered of every listing. */
    public static Offered since(Connector connector, URI url, Map<String, Object> options, Validators remembered) {
        return of(
                connector,
                new Discovery(
                        source(connector.type(), url, options),
                        Discovery.Scope.INCREMENTAL,
                        Checkpoint.START,
                        listing -> Optional.of(remembered)));
    }

    /** To a run that knows what the list told of items before. */
    public static Offered knowing(
            Connector connector, URI url, Map<String, Object> options, Map<ItemKey, String> fingerprints) {
        return of(
                connector,
                new Discovery(
                        source(connector.type(), url, options),
                        Discovery.Scope.INCREMENTAL,
                        Checkpoint.START,
                        listing -> Optional.empty(),
                        keys -> fingerprints));
    }

    /** Of a source that wants only addresses in which this is found. */
    public static Offered wanting(Connector connector, URI url, String include) {
        Source all = source(connector.type(), url, Map.of());
        Source some = new Source(
                all.id(),
                all.name(),
                all.organisation(),
                all.kind(),
                all.connector(),
                all.schedule(),
                all.closed(),
                all.paused(),
                all.politeness(),
                all.defaults(),
                all.passOn(),
                new UrlPatterns(List.of(Pattern.compile(include)), List.of()),
                all.selectors(),
                all.limits(),
                all.enabled());
        return of(connector, new Discovery(some, Discovery.Scope.FULL, Checkpoint.START, listing -> Optional.empty()));
    }

    private static Offered of(Connector connector, Discovery discovery) {
        try (Stream<Discovered> stream = connector.discover(discovery)) {
            return new Offered(stream.toList());
        }
    }

    public List<Item> items() {
        return only(Discovered.Found.class).map(Discovered.Found::item).toList();
    }

    public List<String> keys() {
        return items().stream().map(item -> item.key().value()).toList();
    }

    public List<Failure> failures() {
        return only(Discovered.Broken.class).map(Discovered.Broken::failure).toList();
    }

    public boolean complete() {
        return only(Discovered.Complete.class).findAny().isPresent();
    }

    public <D extends Discovered> Stream<D> only(Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }
}
