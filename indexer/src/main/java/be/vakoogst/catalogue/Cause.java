package be.vakoogst.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What changes records, such as a run. What they were before is kept under its name until the retention ends, so that all of it can be undone.
 *
 * @param text such as {@code run 12}; empty for what nobody would undo as a whole
 * @param beside whether it is said of a record beside what changed it before: that can still be undone, and then what was said holds of what
 *     comes back
 */
public record Cause(String text, boolean beside) {

    /** A change of which nothing is kept. */
    public static final Cause UNNAMED = new Cause("");

    static final Cause BESIDE = beside("");

    public Cause(String text) {
        this(text, false);
    }

    public static Cause beside(String text) {
        return new Cause(text, true);
    }

    /** As its column holds it. */
    @Nullable String column() {
        if (beside) {
            return "beside";
        }
        return text.isEmpty() ? null : text;
    }

    boolean isNamed() {
        return !text.isEmpty();
    }

    /** Of taking back what this one did. */
    Cause undoing() {
        return new Cause("undoing " + text);
    }
}
