package be.vakoogst.index;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Follows the catalogue's changes into the index that serves. When the engine or the database is away, it waits ever longer and goes on where
 * it was. More than one node may do this: the same step twice does no harm.
 */
class Tail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final Indices indices;
    private final Filling filling;
    private final Reindex reindex;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = new Thread();

    Tail(Indices indices, Filling filling, Reindex reindex) {
        this.indices = indices;
        this.filling = filling;
        this.reindex = reindex;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("index-tail").start(this::follow);
    }

    private void follow() {
        boolean checked = false;
        int failures = 0;
        while (isRunning()) {
            try {
                checked = checked || renewed();
                boolean moved = filling.step(indices.serving()) > 0;
                failures = 0;
                if (!moved) {
                    pause(LOOK);
                }
            } catch (EngineAway | EngineRefused | DataAccessException e) {
                if (failures++ == 0) {
                    LOG.warn("The index waits: {}", e.getMessage());
                }
                pause(backOff(failures));
            }
        }
    }

    /** Once after the start: an index made from other files is made anew. */
    private boolean renewed() {
        if (indices.outdated(indices.serving())) {
            reindex.run();
        }
        return true;
    }

    private static Duration backOff(int failures) {
        long millis = Math.min(LONGEST_WAIT.toMillis(), 250L << Math.min(failures, 6));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    private void pause(Duration duration) {
        try {
            if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("stopped while waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }
}
