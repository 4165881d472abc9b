package be.vakoogst.schedule;

import java.time.Instant;

/** That nothing of a source runs by itself for the time being, by the word of an operator. */
public record Pause(Instant since, String by) {}
