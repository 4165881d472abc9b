package be.vakoogst.partner;

import be.vakoogst.push.Pushes;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A publisher who wants to be harvested, or is.
 *
 * @param id cannot be guessed: who knows it looks after the registration
 * @param preview the look that it is based on, for as long as that is kept
 * @param permission the statement that was agreed to, as it was shown
 * @param confirmedAt when the mail's link was opened
 * @param proofToken what is to be put on the site to prove control of it
 * @param provenAt when control of the site was proven
 * @param history how it came to be where it is, the latest last
 */
record Registration(
        String id,
        URI address,
        SourceId source,
        Optional<String> preview,
        String organisation,
        String contact,
        String email,
        String language,
        Optional<String> licence,
        String permission,
        State state,
        Optional<Instant> confirmedAt,
        String proofToken,
        Optional<Instant> provenAt,
        Instant createdAt,
        List<Event> history) {

    /** Whether another address is on the same site: control of the one is control of the other. */
    boolean isAtSameSite(URI other) {
        return Objects.equals(address.getAuthority(), other.getAuthority());
    }

    /** What is harvested of them, and what they send themselves. */
    List<SourceId> sources() {
        return Pushes.sourcesWith(source);
    }

    /** The life of a registration. */
    enum State implements Code {
        SUBMITTED,
        APPROVED,
        CHANGES_ASKED,
        REFUSED,
        ACTIVE,
        PAUSED,
        WITHDRAWN;

        /** Whether an operator has yet to decide. */
        boolean isOpen() {
            return this == SUBMITTED || this == CHANGES_ASKED;
        }
    }

    /** What a partner does beside moving from state to state. */
    enum Step implements Code {
        CONFIRMED,
        PROVEN,
        READDRESSED,
        ITEM_WITHDRAWN,
        ITEM_RESTORED
    }

    /**
     * One thing that happened.
     *
     * @param comment why, in the words of the one who did it; of a step, what it was about: the proof, the address or the item
     */
    record Event(Instant at, State state, String actor, Optional<Step> step, String comment) {}
}
