package be.vakoogst.index;

import static be.vakoogst.index.IndexLedger.Work.SERVING;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Follows the catalogue's changes into the index that serves. When the engine or the database is away, it waits ever longer and goes on where
 * it was. More than one node may do this: they take turns.
 */
class Tail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final Indices indices;
    private final Filling filling;
    private final Reindex reindex;
    private final IndexLedger ledger;
    private volatile Optional<String> waitsBecause = Optional.empty();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = new Thread();

    Tail(Indices indices, Filling filling, Reindex reindex, IndexLedger ledger) {
        this.indices = indices;
        this.filling = filling;
        this.reindex = reindex;
        this.ledger = ledger;
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
                if (!checked) {
                    reindex.renew();
                    checked = true;
                }
                boolean moved = ledger.unlessOthersDo(SERVING, () -> filling.step(indices.serving()))
                        .filter(changes -> changes > 0)
                        .isPresent();
                failures = 0;
                waitsBecause = Optional.empty();
                if (!moved) {
                    pause(LOOK);
                }
            } catch (EngineAway | EngineRefused | IndexDiffers | DataAccessException | TransactionException e) {
                waitsBecause = Optional.of(String.valueOf(e.getMessage()));
                if (failures++ == 0) {
                    LOG.warn("The index waits: {}", e.getMessage());
                }
                pause(backOff(failures));
            }
        }
    }

    /** Why it does not get on; empty when it does. */
    Optional<String> waitsBecause() {
        return waitsBecause;
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
            if (thread.isAlive()) {
                thread.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }
}
