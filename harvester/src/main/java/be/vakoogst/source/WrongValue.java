package be.vakoogst.source;

/** A value that the schema allows by its form, and that still means nothing. */
class WrongValue extends RuntimeException {

    private final String pointer;

    WrongValue(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** Where it stands, as a JSON pointer. */
    String pointer() {
        return pointer;
    }
}
