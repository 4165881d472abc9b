package be.vakoogst.partner;

/** Cannot be done to a registration where it stands: answered with 409. */
class NotNow extends RuntimeException {

    NotNow(String message) {
        super(message);
    }
}
