package be.vakoogst.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What earlier harvests of a source tell of when the next one is worth while.
 *
 * @param lastEnd when the last one ended, however; empty when there was none
 * @param visits the last that came to a good end, the latest first
 * @param told how long the list says to wait before it is asked again
 * @param freshUntil until when its answer said to hold
 */
public record Past(
        Optional<Instant> lastEnd, List<Visit> visits, Optional<Duration> told, Optional<Instant> freshUntil) {

    public static final Past NONE = new Past(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public Past {
        visits = List.copyOf(visits);
    }

    /** A harvest, and whether anything was new, changed or gone since the one before. */
    public record Visit(Instant end, boolean changed) {}
}
