package be.vakoogst.schedule;

import be.vakoogst.resource.Code;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Why a source runs next when it does. */
public sealed interface Because {

    /** By which operators and messages know it. */
    @JsonProperty
    default String code() {
        return switch (this) {
            case Cron _ -> "cron";
            case Missed _ -> "missed";
            case First _ -> "first";
            case Interval _ -> "interval";
            case Adaptive adaptive -> "adaptive-" + adaptive.lead().code();
            case Opening _ -> "opening";
            case Asked _ -> "asked";
        };
    }

    /** Its cron expression says so. */
    record Cron(String expression, ZoneId zone) implements Because {}

    /** The time that its cron expression wanted has passed, while no node ran or it was paused. */
    record Missed(String expression, ZoneId zone) implements Because {}

    /** It never ran, and begins with a run. */
    record First() implements Because {}

    /** So long after the last run. */
    record Interval(Duration every) implements Because {}

    /**
     * What is known of its changes says so.
     *
     * @param runs how many of its last runs were looked at, without the first of them
     * @param changed how many of these brought something new, changed or gone
     */
    record Adaptive(Duration every, Lead lead, int runs, int changed) implements Because {}

    /** Closed hours end then; else it would have run earlier. */
    record Opening(Instant wanted) implements Because {}

    /** A run waits in the queue. */
    record Asked() implements Because {}

    /** What decided an adaptive interval. */
    enum Lead implements Code {
        /** Nothing is known yet. */
        BEGINNING,
        /** How often its runs brought something. */
        CHANGES,
        /** Nothing was new, so that it is left alone for longer than before. */
        QUIET,
        /** The list says that it is not worth asking sooner. */
        TOLD,
        /** Its last answer holds until then. */
        FRESH,
        /** It may not be sooner. */
        LEAST,
        /** It may not be later. */
        MOST
    }
}
