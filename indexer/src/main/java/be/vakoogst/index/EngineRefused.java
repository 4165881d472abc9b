package be.vakoogst.index;

/** The search engine does not take a request; trying again does not help. */
public final class EngineRefused extends RuntimeException {

    private final int status;

    EngineRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
