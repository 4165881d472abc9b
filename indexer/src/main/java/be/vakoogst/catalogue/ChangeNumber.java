package be.vakoogst.catalogue;

/** A place in the sequence of changes: whoever has read up to it will find every later commit behind it. Numbers may be skipped, never reordered. */
public record ChangeNumber(long value) implements Comparable<ChangeNumber> {

    public static final ChangeNumber NONE = new ChangeNumber(0);

    @Override
    public int compareTo(ChangeNumber other) {
        return Long.compare(value, other.value);
    }
}
