package be.vakoogst.failure;

import java.net.URI;

/**
 * One thing that could not be had or understood.
 *
 * @param url what was being read
 * @param stage the step it failed in
 * @param reason what kind of failure, for counting and for advice
 * @param detail the facts of this one: a status, a position, a limit; one line, never a stack trace
 */
public record Failure(URI url, Stage stage, Reason reason, String detail) {

    private static final int LONGEST = 500;

    /** What a publisher wrote may stand in the detail: no markup, control or invisible character of it goes on. */
    public Failure {
        String line =
                detail.replaceAll("[<>]", "").replaceAll("[\\p{C}\\s]+", " ").strip();
        detail = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
