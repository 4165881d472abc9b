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
