package be.vakoogst.source;

import java.time.Duration;

/**
 * When a run of a source counts as failed, and when records go.
 *
 * @param errorShare the share of failed items, 0 to 1, above which the run failed
 * @param shrinkShare the share of its former items that a source may lack, 0 to 1, before the run counts as failed
 * @param removeShare the share of its records, 0 to 1, that may go at once without an operator being asked
 * @param grace how long a record stays that its source lists no longer
 * @param duration how long a run may take, without the time it waits; then it is ended
 * @param silence how long nothing may come of a run, before it counts as hung and is ended
 */
public record Limits(
        double errorShare,
        double shrinkShare,
        double removeShare,
        Duration grace,
        Duration duration,
        Duration silence) {

    public static final Limits DEFAULT =
            new Limits(0.5, 0.5, 0.3, Duration.ZERO, Duration.ofHours(24), Duration.ofHours(1));

    public Limits {
        if (!isShare(errorShare) || !isShare(shrinkShare) || !isShare(removeShare)) {
            throw new IllegalArgumentException("errorShare, shrinkShare and removeShare lie between 0 and 1");
        }
        if (!duration.isPositive() || !silence.isPositive()) {
            throw new IllegalArgumentException("duration and silence are longer than nothing");
        }
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 1;
    }
}
