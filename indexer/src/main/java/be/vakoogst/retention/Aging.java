package be.vakoogst.retention;

import java.time.Instant;
import java.util.function.Function;

/**
 * Something that a room keeps for a while.
 *
 * @param forget deletes what is older than a time, and says how much that was
 */
public record Aging(Held what, Function<Instant, Integer> forget) {}
