package be.vakoogst.embedded;

import java.time.Duration;
import java.util.List;

/** The end of our processes: all side by side, politely first, at once when one takes too long. */
final class Ending {

    /** Less than the 5 s we promise, so that killing fits in too. */
    private static final Duration POLITELY = Duration.ofSeconds(4);

    /** What was killed takes a moment to be gone. */
    private static final Duration KILLED = Duration.ofSeconds(1);

    private Ending() {}

    /** Returns within 5 s with all parts ended, also when one hangs. */
    static void of(List<? extends Part> parts) {
        of(parts, POLITELY);
    }

    /** As above, with another patience before killing. */
    static void of(List<? extends Part> parts, Duration politely) {
        long deadline = System.nanoTime() + politely.toNanos();
        List<Thread> endings = parts.stream()
                .map(part -> Thread.ofVirtual().name("end " + part.name()).start(part::stop))
                .toList();
        for (int i = 0; i < endings.size(); i++) {
            if (!ended(endings.get(i), deadline)) {
                parts.get(i).kill();
            }
        }
        long gone = System.nanoTime() + KILLED.toNanos();
        endings.forEach(ending -> ended(ending, gone));
    }

    private static boolean ended(Thread ending, long deadline) {
        try {
            return ending.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
