package be.vakoogst.source;

import java.nio.file.Path;

/**
 * One thing that is wrong with a source's file.
 *
 * @param line counted from 1
 * @param key where in the file, such as {@code connector.type}; empty for the file as a whole
 * @param message names the value and what is allowed
 */
public record SourceProblem(Path file, int line, String key, String message) {

    @Override
    public String toString() {
        return "%s:%d: %s%s".formatted(file, line, key.isEmpty() ? "" : key + ": ", message);
    }
}
