package be.vakoogst.index;

import java.net.URI;

/** The search engine does not answer, or says that it cannot for now. Worth another try later. */
public final class EngineAway extends RuntimeException {

    private final URI url;

    EngineAway(URI url, String why) {
        super("The search engine at %s is away: %s".formatted(url, why));
        this.url = url;
    }

    EngineAway(URI url, Exception cause) {
        super("The search engine at %s is away: %s".formatted(url, cause.getMessage()), cause);
        this.url = url;
    }

    public URI url() {
        return url;
    }
}
