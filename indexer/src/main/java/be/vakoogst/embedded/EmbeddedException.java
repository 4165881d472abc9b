package be.vakoogst.embedded;

import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** Why the data folder or an embedded part can't be used; the message is for a person and says what to do. */
public abstract sealed class EmbeddedException extends RuntimeException {

    private EmbeddedException(String message) {
        super(message);
    }

    private EmbeddedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A part did not start or end; after the line that says so come the part's own last lines, if it left any. */
    public static final class PartFailed extends EmbeddedException {
        PartFailed(String part, String reason, String lastLines) {
            super("The embedded " + part + " " + reason
                    + (lastLines.isBlank() ? "" : System.lineSeparator() + lastLines));
        }

        PartFailed(String part, String reason, Throwable cause) {
            super("The embedded " + part + " " + reason + ": " + cause, cause);
        }

        PartFailed(String part, String reason, Throwable cause, String lastLines) {
            super("The embedded " + part + " " + reason + ": " + cause + System.lineSeparator() + lastLines, cause);
        }
    }

    /** The folder or a file in it can't be made, read or written. One line. */
    public static final class Unusable extends EmbeddedException {
        Unusable(Path path, Throwable cause) {
            super(
                    "Can't use %s (%s): make it writable or choose another data folder with VAKOOGST_DATA."
                            .formatted(path, cause),
                    cause);
        }
    }

    /** Another living instance has the folder. One line. */
    public static final class InUse extends EmbeddedException {
        InUse(Path folder, String owner) {
            super(
                    "The data folder %s is in use by another Vakoogst%s: stop that one or choose another folder with VAKOOGST_DATA."
                            .formatted(folder, owner));
        }
    }

    /** The folder was written by a newer Vakoogst. One line. */
    public static final class TooNew extends EmbeddedException {
        TooNew(Path folder, String found, int known) {
            super(
                    "The data folder %s has layout %s and this Vakoogst knows up to %d: use the newer Vakoogst or choose another folder with VAKOOGST_DATA."
                            .formatted(folder, found, known));
        }
    }

    /** Too little disk is free. One line. */
    public static final class TooFull extends EmbeddedException {
        TooFull(Path folder, DataSize free, DataSize needed) {
            super(
                    "Only %d MB are free at %s and %d MB are needed: free some space or choose another folder with VAKOOGST_DATA."
                            .formatted(free.toMegabytes(), folder, needed.toMegabytes()));
        }
    }
}
