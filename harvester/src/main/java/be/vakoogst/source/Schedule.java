package be.vakoogst.source;

import java.time.Duration;
import java.time.ZoneId;

/** When a source runs by itself. */
public sealed interface Schedule {

    /** A Spring cron expression with seconds, read in a time zone, so that daylight saving is right. */
    record Cron(String expression, ZoneId zone) implements Schedule {}

    /** A fixed time after the end of the last run. */
    record Every(Duration interval) implements Schedule {}

    /**
     * Often where the source changes often, seldom where not.
     *
     * @param between the least time from one run to the next
     * @param and the most
     */
    record Adaptive(Duration between, Duration and) implements Schedule {

        public static final Adaptive DEFAULT = new Adaptive(Duration.ofHours(1), Duration.ofDays(14));

        public Adaptive {
            if (!between.isPositive() || between.compareTo(and) > 0) {
                throw new IllegalArgumentException("between is longer than nothing, and no longer than and");
            }
        }
    }
}
