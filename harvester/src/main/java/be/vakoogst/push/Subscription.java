package be.vakoogst.push;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where we are with the hub of a feed.
 *
 * @param callback the part of our address that nobody can guess
 * @param secret by which the hub signs
 * @param reason why it does not tell us anything
 */
record Subscription(
        SourceId source,
        State state,
        URI hub,
        URI topic,
        String callback,
        String secret,
        Optional<Instant> leaseUntil,
        Optional<String> reason) {

    enum State implements Code {
        /** It offers no hub. */
        NONE,
        /** The hub was asked, and has yet to ask back. */
        ASKED,
        ACTIVE,
        DENIED,
        /** It did not answer before its lease ended. */
        LAPSED,
        /** Its source went: the hub is asked to stop, and may ask back. */
        LEAVING
    }
}
