package be.vakoogst.source;

import java.time.Duration;
import java.time.ZoneId;

/** When a source runs by itself. */
public sealed interface Schedule {

    /** A Spring cron expression with seconds, read in a time zone, so that daylight saving is right. */
    record Cron(String expression, ZoneId zone) implements Schedule {}

    /** A fixed time after the end of the last run. */
    record Every(Duration interval) implements Schedule {}
}
