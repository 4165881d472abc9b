package be.vakoogst.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source's file was at some time.
 *
 * @param number counted from 1, the oldest
 * @param yaml the file's text; empty where the file was removed
 * @param actor who made it so; {@link SourceEditor#BY_HAND} for what was found in the file
 */
public record SourceVersion(int number, Optional<String> yaml, Instant at, String actor) {}
