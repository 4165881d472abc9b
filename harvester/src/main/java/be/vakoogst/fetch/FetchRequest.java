package be.vakoogst.fetch;

import be.vakoogst.source.Politeness;
import java.net.URI;
import java.util.Optional;

/**
 * One thing to ask a publisher for.
 *
 * @param wanted what kind of document, sent as Accept and used for nothing else
 * @param remembered what the last answer said about itself; with it the request is conditional, and not sent at all while still fresh
 */
public record FetchRequest(URI url, Wanted wanted, Politeness politeness, Optional<Validators> remembered) {

    public static FetchRequest of(URI url, Wanted wanted, Politeness politeness) {
        return new FetchRequest(url, wanted, politeness, Optional.empty());
    }

    public FetchRequest unless(Optional<Validators> validators) {
        return new FetchRequest(url, wanted, politeness, validators);
    }

    /** The kind of document, with what is sent as Accept for it. */
    public enum Wanted {
        FEED(
                "application/feed+json, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.5, */*;q=0.1"),
        PAGE("text/html, application/xhtml+xml, */*;q=0.5");

        private final String accept;

        Wanted(String accept) {
            this.accept = accept;
        }

        String accept() {
            return accept;
        }
    }
}
