package be.vakoogst.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.transaction.support.TransactionOperations;

/** Whether a run has to stop: because an operator wants it, or because this process is about to end. */
class StopSigns implements ApplicationListener<ContextClosedEvent> {

    /** How often a run looks into the database whether an operator wants it to stop. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final RunLedger runs;
    private final TransactionOperations aside;
    private final InstantSource clock;
    private volatile boolean leaving;

    /** @param aside outside of the step's transaction, which would keep its connection from here on */
    StopSigns(RunLedger runs, TransactionOperations aside, InstantSource clock) {
        this.runs = runs;
        this.aside = aside;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        leaving = true;
    }

    boolean leaving() {
        return leaving;
    }

    /** For one thread. */
    BooleanSupplier of(RunId run) {
        return new BooleanSupplier() {
            private Instant next = Instant.MIN;
            private boolean requested;

            @Override
            public boolean getAsBoolean() {
                Instant now = clock.instant();
                if (!leaving && !requested && now.isAfter(next)) {
                    requested = Boolean.TRUE.equals(aside.execute(status -> runs.stopRequested(run)));
                    next = now.plus(LOOK);
                }
                return leaving || requested;
            }
        };
    }
}
