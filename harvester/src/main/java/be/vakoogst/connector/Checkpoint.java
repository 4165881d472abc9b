package be.vakoogst.connector;

/** A place in a list from which a connector can go on after a crash: its own text (a page's URL, a token). At most 4,000 characters. */
public record Checkpoint(String value) {

    public static final Checkpoint START = new Checkpoint("");

    public boolean isStart() {
        return value.isEmpty();
    }
}
