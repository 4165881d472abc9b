package be.vakoogst.fetch;

import be.vakoogst.source.Politeness;
import java.net.URI;
import java.util.Optional;

/**
 * One thing to ask a publisher for.
 *
 * @param wanted what kind of document, sent as Accept and used for nothing else
 * @param remembered what the last answer said about itself; with it the request is conditional, and not sent at all while still fresh
 * @param credentials sent to their own origin only
 */
public record FetchRequest(
        URI url, Wanted wanted, Politeness politeness, Optional<Validators> remembered, Credentials credentials) {

    public static FetchRequest of(URI url, Wanted wanted, Politeness politeness) {
        return new FetchRequest(url, wanted, politeness, Optional.empty(), Credentials.NONE);
    }

    public FetchRequest unless(Optional<Validators> validators) {
        return new FetchRequest(url, wanted, politeness, validators, credentials);
    }

    public FetchRequest as(Credentials who) {
        return new FetchRequest(url, wanted, politeness, remembered, who);
    }

    /** The kind of document, with what is sent as Accept for it. */
    public enum Wanted {
        FEED(
                "application/feed+json, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.5, */*;q=0.1"),
        /** At most 50 MB, decompressed (sitemaps.org, "Sitemap file location"). */
        SITEMAP("application/xml, text/xml, text/plain;q=0.8, */*;q=0.5", 52_428_800),
        XML("application/xml, text/xml, */*;q=0.5"),
        JSON("application/json, application/ld+json, application/xml;q=0.8, */*;q=0.5"),
        /** Whatever stands there, lists first. */
        ANYTHING(
                "application/feed+json, application/rss+xml, application/atom+xml, text/html;q=0.9, application/xml;q=0.9, */*;q=0.5"),
        PAGE("text/html, application/xhtml+xml, */*;q=0.5");

        private final String accept;
        private final int atLeast;

        Wanted(String accept) {
            this(accept, 0);
        }

        Wanted(String accept, int atLeast) {
            this.accept = accept;
            this.atLeast = atLeast;
        }

        /** Bytes that such a document may have by its own specification, whatever the settings allow. */
        int atLeast() {
            return atLeast;
        }

        /** Whether a page may come of it, or a document in place of one. */
        boolean mayBePage() {
            return this == PAGE || this == ANYTHING;
        }

        String accept() {
            return accept;
        }
    }
}
