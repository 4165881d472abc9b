package be.vakoogst.search;

/** An address of a page that there is not. */
final class NoSuchPage extends RuntimeException {

    NoSuchPage(String message) {
        super(message);
    }
}
