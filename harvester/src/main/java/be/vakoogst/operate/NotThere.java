package be.vakoogst.operate;

/** What was asked for does not exist: answered with 404. */
class NotThere extends RuntimeException {

    NotThere(String what) {
        super(what);
    }
}
