package be.vakoogst.life;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.SourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Records that go together.
 *
 * @param cause what found them gone: a run, the link check, the end of their source
 * @param reason why it waits
 * @param count how many records it takes away
 * @param outOf how many the source had
 */
public record Removal(
        long id,
        SourceId source,
        String cause,
        State state,
        Optional<String> reason,
        int count,
        int outOf,
        Instant askedAt,
        Optional<Instant> decidedAt) {

    public enum State implements Code {
        /** It is being found out. */
        OPEN,
        /** It takes more than the source's removeShare: an operator has to confirm or refuse it. */
        WAITING,
        DONE,
        REFUSED,
        UNDONE
    }
}
