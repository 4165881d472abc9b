package be.vakoogst.operate;

/** What was to be made exists: answered with 409. */
class AlreadyThere extends RuntimeException {

    AlreadyThere(String what) {
        super(what);
    }
}
