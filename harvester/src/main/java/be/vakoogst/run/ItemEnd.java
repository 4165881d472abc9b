package be.vakoogst.run;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.failure.Failure;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.util.Optional;

/**
 * How one item of a run ended.
 *
 * @param key empty for a failure of the list itself
 * @param failure why it failed, or why a record rests on the list alone
 */
record ItemEnd(Optional<ItemKey> key, URI url, RunItem.Outcome kind, Optional<Failure> failure) {

    /** How what needs no catalogue to tell ended; empty for the rest, and for what is no item. */
    static Optional<ItemEnd> of(Harvested harvested) {
        return switch (harvested) {
            case Harvested.Untouched(var item, var _) ->
                end(item.key(), item.url(), RunItem.Outcome.UNCHANGED, Optional.empty());
            case Harvested.Present(var key, var url) -> end(key, url, RunItem.Outcome.UNCHANGED, Optional.empty());
            case Harvested.Failed(var item, var failure) ->
                end(item.key(), failure.url(), RunItem.Outcome.FAILED, Optional.of(failure));
            case Harvested.Broken(var failure) ->
                Optional.of(new ItemEnd(Optional.empty(), failure.url(), RunItem.Outcome.FAILED, Optional.of(failure)));
            case Harvested.Made _, Harvested.Gone _ -> Optional.empty();
            case Harvested.Listed _, Harvested.NothingNew _, Harvested.RestUnchanged _, Harvested.ListComplete _ ->
                Optional.empty();
            case Harvested.Rhythm _, Harvested.Went _ -> Optional.empty();
        };
    }

    private static Optional<ItemEnd> end(ItemKey key, URI url, RunItem.Outcome kind, Optional<Failure> failure) {
        return Optional.of(new ItemEnd(Optional.of(key), url, kind, failure));
    }

    Optional<ResourceId> resource(SourceId source) {
        return key.map(itemKey -> ResourceId.of(source, itemKey.value()));
    }

    Counts count() {
        boolean partial = kind != RunItem.Outcome.FAILED
                && failure.filter(f -> !f.reason().deliberate()).isPresent();
        return new Counts(
                is(RunItem.Outcome.NEW),
                is(RunItem.Outcome.CHANGED),
                is(RunItem.Outcome.UNCHANGED),
                is(RunItem.Outcome.GONE),
                is(RunItem.Outcome.FAILED),
                partial ? 1 : 0);
    }

    private int is(RunItem.Outcome other) {
        return kind == other ? 1 : 0;
    }
}
