package be.vakoogst.run;

import be.vakoogst.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.transaction.support.TransactionOperations;

/** Whether runs have to leave off: because an operator wants it, this process is about to end, their gate is shut, or they take too long. */
class StopSigns implements ApplicationListener<ContextClosedEvent> {

    /** How often a run looks into the database whether an operator wants it to stop. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How often it asks its gate, which reads a file. */
    private static final Duration ASK = Duration.ofSeconds(5);

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

    StopSign of(Run run, Source source, Gate gate) {
        return new Sign(run, new Patience(source.limits(), runs.spent(run.id()), clock), gate);
    }

    private final class Sign implements StopSign {
        private final Run run;
        private final Patience patience;
        private final Gate gate;
        private Instant nextLook = Instant.MIN;
        private Instant nextAsking = Instant.MIN;
        private Optional<Halt> halt = Optional.empty();

        Sign(Run run, Patience patience, Gate gate) {
            this.run = run;
            this.patience = patience;
            this.gate = gate;
        }

        @Override
        public boolean wanted() {
            if (halt.isEmpty()) {
                halt = leaving ? Optional.of(new Halt.Leaving()) : look(clock.instant());
            }
            return halt.isPresent();
        }

        private Optional<Halt> look(Instant now) {
            if (!now.isAfter(nextLook)) {
                return Optional.empty();
            }
            nextLook = now.plus(LOOK);
            return stopped().or(() -> patience.over().map(Halt.Overdue::new)).or(() -> shut(now));
        }

        private Optional<Halt> stopped() {
            return Boolean.TRUE.equals(aside.execute(status -> runs.stopRequested(run.id())))
                    ? Optional.of(new Halt.Stopped())
                    : Optional.empty();
        }

        private Optional<Halt> shut(Instant now) {
            if (now.isBefore(nextAsking)) {
                return Optional.empty();
            }
            nextAsking = now.plus(ASK);
            return Optional.ofNullable(aside.execute(status -> gate.shut(run)))
                    .flatMap(shut -> shut)
                    .map(Halt.Shut::new);
        }

        @Override
        public void alive() {
            patience.alive();
        }

        @Override
        public Optional<Halt> seen() {
            return halt;
        }
    }
}
