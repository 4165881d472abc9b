package be.vakoogst.source;

/**
 * When a run of a source counts as failed.
 *
 * @param errorShare the share of failed items, 0 to 1, above which the run failed
 * @param shrinkShare the share of its former items that a source may lack, 0 to 1, before the run counts as failed
 */
public record Limits(double errorShare, double shrinkShare) {

    public static final Limits DEFAULT = new Limits(0.5, 0.5);

    public Limits {
        if (!(errorShare >= 0 && errorShare <= 1) || !(shrinkShare >= 0 && shrinkShare <= 1)) {
            throw new IllegalArgumentException("errorShare and shrinkShare lie between 0 and 1");
        }
    }
}
