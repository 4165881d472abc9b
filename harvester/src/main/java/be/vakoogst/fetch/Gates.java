package be.vakoogst.fetch;

import be.vakoogst.source.Politeness;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One gate per host, which lets requests through one after the other, with a pause between their starts. */
final class Gates {

    /** Hosts that are remembered; beyond that, those without a request are forgotten. */
    private static final int MOST_HOSTS = 10_000;

    private final Map<Key, Gate> gates = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Pauses pauses;

    Gates(InstantSource clock, Pauses pauses) {
        this.clock = clock;
        this.pauses = pauses;
    }

    private record Key(String host, int concurrency) {}

    Gate gate(URI url, Politeness politeness) {
        if (gates.size() > MOST_HOSTS) {
            gates.values().removeIf(gate -> gate.idle(clock.instant()));
        }
        return gates.computeIfAbsent(
                new Key(url.getAuthority(), politeness.concurrency()), key -> new Gate(key.concurrency()));
    }

    /** The gate of one host. */
    final class Gate {

        private final Semaphore slots;
        private final int all;
        private Instant nextStart = Instant.MIN;

        private Gate(int concurrency) {
            this.slots = new Semaphore(concurrency, true);
            this.all = concurrency;
        }

        /** Waits for this host's turn. {@link #leave} must follow. */
        void enter(Duration delay) throws InterruptedException {
            slots.acquire();
            try {
                Duration wait = reserve(delay);
                if (wait.isPositive()) {
                    pauses.pause(wait);
                }
            } catch (InterruptedException | RuntimeException e) {
                slots.release();
                throw e;
            }
        }

        void leave() {
            slots.release();
        }

        /** The host asked for a rest: nobody starts before then. */
        synchronized void rest(Duration duration) {
            Instant until = clock.instant().plus(duration);
            nextStart = until.isAfter(nextStart) ? until : nextStart;
        }

        private synchronized Duration reserve(Duration delay) {
            Instant now = clock.instant();
            Instant start = nextStart.isAfter(now) ? nextStart : now;
            nextStart = start.plus(delay);
            return Duration.between(now, start);
        }

        private synchronized boolean idle(Instant now) {
            return slots.availablePermits() == all && nextStart.isBefore(now);
        }
    }
}
