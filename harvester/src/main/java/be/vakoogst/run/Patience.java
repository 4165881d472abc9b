package be.vakoogst.run;

import be.vakoogst.source.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How long a run may take altogether, and how long nothing may come of it. For one thread. */
class Patience {

    private final Limits limits;
    private final InstantSource clock;
    private final Instant deadline;
    private Instant lastSign;

    /** @param spent time that earlier attempts took */
    Patience(Limits limits, Duration spent, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.lastSign = clock.instant();
        this.deadline = lastSign.plus(limits.duration()).minus(spent);
    }

    void alive() {
        lastSign = clock.instant();
    }

    /** Why it is over, in one sentence; empty while it is not. */
    Optional<String> over() {
        Instant now = clock.instant();
        if (now.isAfter(deadline)) {
            return Optional.of(tooLong(limits));
        }
        return now.isAfter(lastSign.plus(limits.silence()))
                ? Optional.of("hung: nothing came of it for %s, the most that limits.silence allows"
                        .formatted(text(limits.silence())))
                : Optional.empty();
    }

    static String tooLong(Limits limits) {
        return "took longer than %s, the most that limits.duration allows".formatted(text(limits.duration()));
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
