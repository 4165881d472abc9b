package be.vakoogst.observe;

import be.vakoogst.index.IndexStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Where the index stood a moment ago: whoever asks for health asks for each role, and often. Safe for many threads. */
class RecentState implements Supplier<IndexStatus.State> {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final IndexStatus index;
    private final InstantSource clock;
    private Instant at = Instant.MIN;
    private IndexStatus.State state = IndexStatus.State.UNKNOWN;

    RecentState(IndexStatus index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    @Override
    public synchronized IndexStatus.State get() {
        if (at.isBefore(clock.instant().minus(FRESH))) {
            state = index.state();
            at = clock.instant();
        }
        return state;
    }
}
