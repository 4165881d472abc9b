package be.vakoogst.operate;

/** More at a time than this node serves: answered with 503. */
class TooMany extends RuntimeException {

    TooMany(String what) {
        super(what);
    }
}
