package be.vakoogst.run;

import be.vakoogst.resource.SourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A run, as it is told to operators.
 *
 * @param reason why it failed, was stopped or waits, in one sentence
 * @param listed how many items the list has shown so far
 * @param attempts how often it was begun; more than once where it was interrupted or stopped
 * @param lastSignAt when something last came of it
 */
public record Run(
        RunId id,
        SourceId source,
        Mode mode,
        Trigger trigger,
        RunState state,
        Optional<String> reason,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Counts counts,
        int listed,
        int attempts,
        Optional<Instant> lastSignAt) {}
