package be.vakoogst.webhook;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is to be told of what.
 *
 * @param source only of its records
 * @param trade only of what is filed under it, and of all that goes, as nobody knows any more where that was filed
 * @param reason why it was stopped, or what went wrong at the last attempt
 * @param position the number of the last change that was taken
 * @param attempts failures in a row
 */
record Webhook(
        long id,
        String owner,
        URI url,
        Optional<SourceId> source,
        Optional<String> trade,
        State state,
        Optional<String> reason,
        long position,
        int attempts,
        Optional<Instant> deliveredAt,
        Instant madeAt) {

    enum State implements Code {
        ACTIVE,
        /** It failed too often, or said that it is gone; nothing is lost: resumed, it goes on where it was. */
        STOPPED
    }
}
