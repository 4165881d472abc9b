package be.vakoogst.demo;

/** The demo publishers cannot be served; the message says what to do. */
public class DemoFailed extends RuntimeException {

    DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
