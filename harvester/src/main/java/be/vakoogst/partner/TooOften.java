package be.vakoogst.partner;

/** Asked more often than is good for others: answered with 429. */
class TooOften extends RuntimeException {

    TooOften(String message) {
        super(message);
    }
}
