package be.vakoogst.facts;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps the facts near the catalogue, whether anybody asks or not. While a large run fills the catalogue, they leave the machine to it, but not for
 * longer than a while.
 */
class FactsFollower implements ApplicationListener<ContextClosedEvent> {

    /** Changes since the last look; more of them are a large run. */
    static final long MANY = 2_000;

    /** Looks that are passed over in a row: a quarter of an hour. */
    static final int MOST_PASSED = 90;

    private final LongSupplier latest;
    private final BooleanSupplier step;
    private long known = Long.MAX_VALUE;
    private int passed;
    private volatile boolean closing;

    /**
     * Follows.
     *
     * @param latest the number of the last change
     * @param step reads on; whether there may be more to read
     */
    FactsFollower(LongSupplier latest, BooleanSupplier step) {
        this.latest = latest;
        this.step = step;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void follow() {
        if (isFilled() && passed < MOST_PASSED) {
            passed++;
            return;
        }
        passed = 0;
        while (!closing && step.getAsBoolean()) {
            // each step is a transaction of its own
        }
    }

    /** No other step is begun, as the database goes too. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing = true;
    }

    private boolean isFilled() {
        long before = known;
        known = latest.getAsLong();
        return known - before > MANY;
    }
}
