package be.vakoogst.takedown;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants taken down.
 *
 * @param key opens the asker's own page; cannot be guessed
 * @param address as it was given
 * @param resource the record that it means; empty when none was found
 * @param notice who asks and why; its texts are empty once they were deleted
 * @param comment why it was decided so, as the asker reads it
 */
record Takedown(
        long id,
        String key,
        String address,
        Optional<ResourceId> resource,
        Notice notice,
        State state,
        String comment,
        Instant askedAt,
        Optional<Instant> decidedAt) {

    record Notice(Reason reason, String explanation, String name, String email, String language) {}

    enum Reason implements Code {
        COPYRIGHT,
        PERSONAL_DATA,
        UNLAWFUL,
        OTHER
    }

    enum State implements Code {
        OPEN,
        ACCEPTED,
        REFUSED,
        /** It was accepted, and that was taken back. */
        READMITTED
    }

    /** What the catalogue knows it by. */
    String cause() {
        return "takedown " + id;
    }
}
