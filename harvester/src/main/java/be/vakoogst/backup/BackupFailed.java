package be.vakoogst.backup;

/** A backup cannot be made or restored; the message says why, to whoever asked for it. */
public final class BackupFailed extends RuntimeException {

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Exception cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
