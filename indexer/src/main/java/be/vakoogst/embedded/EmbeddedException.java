package be.vakoogst.embedded;

import java.nio.file.Path;

/** Why the data folder or an embedded part can't be used; the message is for a person and says what to do. */
public abstract sealed class EmbeddedException extends RuntimeException {

    private EmbeddedException(String message) {
        super(message);
    }

    private EmbeddedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A part did not start; after the one line that says so come the part's own last lines. */
    public static final class PartFailed extends EmbeddedException {
        PartFailed(String part, String reason, String lastLines) {
            super("The " + part + " " + reason + (lastLines.isBlank() ? "" : System.lineSeparator() + lastLines));
        }

        PartFailed(String part, String reason, Throwable cause) {
            super("The " + part + " " + reason + ": " + cause, cause);
        }
    }

    /** The folder can't be made, read or written. One line. */
    public static final class Unusable extends EmbeddedException {
        Unusable(Path folder, Throwable cause) {
            super("Can't use %s (%s). Choose a writable folder with VAKOOGST_DATA.".formatted(folder, cause), cause);
        }
    }
}
