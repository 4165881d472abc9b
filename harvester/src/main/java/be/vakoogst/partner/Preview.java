package be.vakoogst.partner;

import be.vakoogst.resource.Code;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A look at an address.
 *
 * @param id cannot be guessed: who knows it may see the preview
 * @param step the ground that is being tried
 */
record Preview(
        String id, URI address, State state, Optional<String> step, Optional<PreviewResult> result, Instant askedAt) {

    enum State implements Code {
        LOOKING,
        FOUND,
        NOTHING
    }

    boolean isLooking() {
        return state == State.LOOKING;
    }
}
