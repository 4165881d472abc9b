package be.vakoogst.connector;

import be.vakoogst.fetch.Validators;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a connector is asked.
 *
 * @param scope whether what the listing itself says to be unchanged may be passed over
 * @param from where to go on; {@link Checkpoint#START} for a new run
 * @param remembered the validators of a listing document as stored after the last run that was concluded
 * @param fingerprints of the items among these keys that are known, as their list told them last
 */
public record Discovery(
        Source source,
        Scope scope,
        Checkpoint from,
        Function<URI, Optional<Validators>> remembered,
        Function<Collection<ItemKey>, Map<ItemKey, String>> fingerprints) {

    /** Of a source of which no item is known. */
    public Discovery(Source source, Scope scope, Checkpoint from, Function<URI, Optional<Validators>> remembered) {
        this(source, scope, from, remembered, keys -> Map.of());
    }

    /** How much is asked for. */
    public enum Scope {
        /** Conditional requests; an unchanged listing ends the discovery. */
        INCREMENTAL,
        /** The whole list, whatever was remembered. */
        FULL
    }
}
