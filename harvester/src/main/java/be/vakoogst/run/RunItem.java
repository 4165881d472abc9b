package be.vakoogst.run;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * How one item of a run ended, as it is told.
 *
 * @param number its place among the items of all runs
 * @param resource empty for a failure of the list itself
 * @param stage where it failed, or where its page was lost while the list still gave a record
 */
public record RunItem(
        long number,
        Optional<ResourceId> resource,
        Optional<String> key,
        URI url,
        Outcome outcome,
        Optional<String> stage,
        Optional<String> reason,
        Optional<String> detail,
        Instant at) {

    /** The five ends of an item. */
    public enum Outcome implements Code {
        NEW,
        CHANGED,
        UNCHANGED,
        GONE,
        FAILED
    }
}
