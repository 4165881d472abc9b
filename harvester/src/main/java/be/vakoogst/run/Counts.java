package be.vakoogst.run;

/**
 * How the items of a run ended. Each item counts once.
 *
 * @param added new to the catalogue; called {@code new} in JSON and SQL
 * @param partial how many of the new and changed rest on the list alone because a page could not be had, although it should
 */
public record Counts(
        @com.fasterxml.jackson.annotation.JsonProperty("new")
        int added,

        int changed,
        int unchanged,
        int gone,
        int failed,
        int partial) {

    public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0);

    static Counts gone(int gone) {
        return new Counts(0, 0, 0, gone, 0, 0);
    }

    /** Items that the source showed. */
    public int found() {
        return added + changed + unchanged + failed;
    }

    Counts plus(Counts other) {
        return new Counts(
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                gone + other.gone,
                failed + other.failed,
                partial + other.partial);
    }
}
