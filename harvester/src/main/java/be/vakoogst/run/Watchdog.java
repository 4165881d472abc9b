package be.vakoogst.run;

import be.vakoogst.source.Limits;
import be.vakoogst.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the runs that this process performs, and ends those that hang where they do not look whether they should end: in the database, or in
 * their conclusion. Safe for many threads.
 */
class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** What a run gets to end by itself. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final RunLedger ledger;
    private final InstantSource clock;
    private final Map<RunId, Performed> performed = new ConcurrentHashMap<>();

    Watchdog(RunLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Performed(Run run, Limits limits, Instant until, Thread thread, AtomicBoolean ended) {}

    /** Performs a run in the calling thread, which is interrupted when it takes too long. */
    void watch(Run run, Source source, Runnable performance) {
        Instant until =
                clock.instant().plus(source.limits().duration()).plus(GRACE).minus(ledger.spent(run.id()));
        AtomicBoolean ended = new AtomicBoolean();
        performed.put(run.id(), new Performed(run, source.limits(), until, Thread.currentThread(), ended));
        try {
            performance.run();
        } finally {
            performed.remove(run.id());
            if (ended.get()) {
                // It was for the run alone, and not for whoever writes down in this thread that it has ended.
                Thread.interrupted();
            }
        }
    }

    /** To be called now and then. */
    void endOverdue() {
        Instant now = clock.instant();
        performed
                .keySet()
                .forEach(run -> performed.computeIfPresent(run, (_, running) -> {
                    if (now.isAfter(running.until()) && running.ended().compareAndSet(false, true)) {
                        end(running);
                    }
                    return running;
                }));
    }

    private void end(Performed hung) {
        LOG.error("run {} hangs and is ended", hung.run().id().value());
        String why = "hung: it " + Patience.tooLong(hung.limits()) + ", and did not end by itself";
        ledger.end(hung.run(), new Verdict(RunState.FAILED, Optional.of(why)));
        hung.thread().interrupt();
    }
}
