package be.vakoogst.life;

/** A decision on something that nobody has to decide. */
public class NotWaiting extends RuntimeException {

    NotWaiting(String message) {
        super(message);
    }
}
