package be.vakoogst.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer said about itself, to be given back at the next request (RFC 9110 section 8.8, RFC 9111 section 4.2).
 * To be stored only together with what was made of the body: else a 304 later would hide what was never accepted.
 *
 * @param etag as sent, with its quotes and {@code W/}
 * @param lastModified the header's text as sent
 * @param freshUntil until when it need not be asked again; empty: ask each time
 * @param movedTo where permanent redirects (301, 308) led; asked directly the next time
 */
public record Validators(
        Optional<String> etag, Optional<String> lastModified, Optional<Instant> freshUntil, Optional<URI> movedTo) {

    public static final Validators NONE =
            new Validators(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a request with them is conditional, so that 304 may answer it. */
    boolean canBeAsked() {
        return etag.isPresent() || lastModified.isPresent();
    }
}
