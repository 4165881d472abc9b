package be.vakoogst.operate;

/** What was asked for does not exist: answered with 404. */
public class NotThere extends RuntimeException {

    public NotThere(String what) {
        super(what);
    }
}
