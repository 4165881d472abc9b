package be.vakoogst.cli;

/** A command that cannot do what it was asked for; the message is one line that says what to do. */
class CommandFailed extends RuntimeException {

    CommandFailed(String message) {
        super(message);
    }

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
