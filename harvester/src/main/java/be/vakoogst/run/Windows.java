package be.vakoogst.run;

import be.vakoogst.connector.Discovered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;

/**
 * What a list shows, some at a time, so that their past is looked up together; but no item waits for others where the list comes slowly or its page
 * is at its end. For one stream and one thread.
 */
final class Windows {

    private static final int LARGEST = 64;

    /** What came sooner after the one before it belongs together. */
    private static final Duration SOON = Duration.ofMillis(50);

    private List<Discovered> window = new ArrayList<>();
    private long last = System.nanoTime() - SOON.toNanos();

    private Windows() {}

    static Gatherer<Discovered, ?, List<Discovered>> gathered() {
        return Gatherer.<Discovered, Windows, List<Discovered>>ofSequential(
                Windows::new,
                Gatherer.Integrator.ofGreedy((windows, discovered, down) -> windows.add(discovered, down)),
                Windows::flush);
    }

    private boolean add(Discovered discovered, Gatherer.Downstream<? super List<Discovered>> down) {
        long now = System.nanoTime();
        boolean late = now - last >= SOON.toNanos();
        window.add(discovered);
        if (window.size() >= LARGEST || late || endsPage(discovered)) {
            flush(down);
            last = System.nanoTime();
        }
        return !down.isRejecting();
    }

    private static boolean endsPage(Discovered discovered) {
        return discovered instanceof Discovered.Listed;
    }

    private void flush(Gatherer.Downstream<? super List<Discovered>> down) {
        if (!window.isEmpty()) {
            down.push(window);
            window = new ArrayList<>();
        }
    }
}
