package be.vakoogst.source;

import java.time.Duration;

/**
 * When a run of a source counts as failed, and when records go.
 *
 * @param errorShare the share of failed items, 0 to 1, above which the run failed
 * @param shrinkShare the share of its former items that a source may lack, 0 to 1, before the run counts as failed
 * @param removeShare the share of its records, 0 to 1, that may go at once without an operator being asked
 * @param grace how long a record stays that its source lists no longer
 */
public record Limits(double errorShare, double shrinkShare, double removeShare, Duration grace) {

    public static final Limits DEFAULT = new Limits(0.5, 0.5, 0.3, Duration.ZERO);

    public Limits {
        if (!isShare(errorShare) || !isShare(shrinkShare) || !isShare(removeShare)) {
            throw new IllegalArgumentException("errorShare, shrinkShare and removeShare lie between 0 and 1");
        }
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 1;
    }
}
