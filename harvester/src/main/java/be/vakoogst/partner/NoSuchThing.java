package be.vakoogst.partner;

/** What was asked for does not exist: answered with 404. */
class NoSuchThing extends RuntimeException {

    NoSuchThing(String what) {
        super(what);
    }
}
