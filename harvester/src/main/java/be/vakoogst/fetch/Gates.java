package be.vakoogst.fetch;

import be.vakoogst.source.Politeness;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One gate per host, which lets requests through one after the other, with a pause between their starts. */
final class Gates {

    /** Hosts that are remembered; beyond that, those without a request are forgotten. */
    private static final int MOST_HOSTS = 10_000;

    private final Map<Key, Gate> gates = new ConcurrentHashMap<>();
    private final Pauses pauses;

    Gates(Pauses pauses) {
        this.pauses = pauses;
    }

    private record Key(String host, int concurrency) {}

    Gate gate(URI url, Politeness politeness) {
        if (gates.size() > MOST_HOSTS) {
            gates.values().removeIf(gate -> gate.idle(pauses.elapsed()));
        }
        return gates.computeIfAbsent(
                new Key(url.getAuthority(), politeness.concurrency()), key -> new Gate(key.concurrency()));
    }

    /** The gate of one host. */
    final class Gate {

        private final Semaphore slots;
        private final int all;
        private Duration nextStart = Duration.ZERO;

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
            nextStart = later(pauses.elapsed().plus(duration), nextStart);
        }

        private synchronized Duration reserve(Duration delay) {
            Duration now = pauses.elapsed();
            Duration start = later(nextStart, now);
            nextStart = start.plus(delay);
            return start.minus(now);
        }

        private synchronized boolean idle(Duration now) {
            return slots.availablePermits() == all && nextStart.compareTo(now) < 0;
        }

        private static Duration later(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }
}
