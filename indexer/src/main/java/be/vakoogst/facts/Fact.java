package be.vakoogst.facts;

/**
 * One thing that holds of a record.
 *
 * @param value an id of a vocabulary, {@link #NONE}, or what a publisher says, shortened
 */
public record Fact(Dimension dimension, String value) implements Comparable<Fact> {

    /** Nothing is known in this dimension. */
    public static final String NONE = "none";

    private static final int LONGEST = 80;

    public Fact {
        value = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        // PostgreSQL's text has no NUL.
        value = value.replace("\0", "");
    }

    static Fact parse(String text) {
        int colon = text.indexOf(':');
        return new Fact(Dimension.named(text.substring(0, colon)).orElseThrow(), text.substring(colon + 1));
    }

    @Override
    public int compareTo(Fact other) {
        int byDimension = dimension.compareTo(other.dimension);
        return byDimension == 0 ? value.compareTo(other.value) : byDimension;
    }

    @Override
    public String toString() {
        return dimension.code() + ":" + value;
    }
}
