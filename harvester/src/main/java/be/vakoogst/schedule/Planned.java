package be.vakoogst.schedule;

import java.time.Instant;

/** When a source runs next, and why then. */
public record Planned(Instant at, Because because) {}
