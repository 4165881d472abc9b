package be.vakoogst.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What changes records, such as a run. What they were before is kept under its name until the retention ends, so that all of it can be undone.
 *
 * @param text such as {@code run 12}; empty for what nobody would undo as a whole
 */
public record Cause(String text) {

    /** A change of which nothing is kept. */
    public static final Cause UNNAMED = new Cause("");

    /** As its column holds it. */
    @Nullable String column() {
        return isNamed() ? text : null;
    }

    boolean isNamed() {
        return !text.isEmpty();
    }

    /** Of taking back what this one did. */
    Cause undoing() {
        return new Cause("undoing " + text);
    }
}
