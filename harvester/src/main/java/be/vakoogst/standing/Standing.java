package be.vakoogst.standing;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.run.Run;
import be.vakoogst.usage.Usage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a source stands.
 *
 * @param runs the latest first
 * @param lastSuccess when a run last ended well; empty when none of the latest did
 * @param next when it runs next; empty when only on command
 * @param quality after the runs that changed records, the latest first
 * @param problems what is wrong or missing, what costs most first
 * @param trades how its records were used in the last weeks, by trade
 * @param unmet what was searched for in its trades in the last weeks, and not found
 */
public record Standing(
        List<Run> runs,
        Optional<Instant> lastSuccess,
        Optional<Instant> next,
        List<Point> quality,
        List<Problem> problems,
        List<Usage.Use> trades,
        List<Usage.Unmet> unmet) {

    public record Point(Instant at, Quality quality) {}

    /**
     * What is wrong with some items in the same way.
     *
     * @param code a failure's reason, or what is lacking
     * @param lack whether it is something lacking in a record that is there; else an item or its page could not be had
     * @param field which field of a record it is about, or the step at which it failed
     * @param count how many items
     * @param example the address of one of them, at its publisher
     * @param value what stands there, or the facts of the failure
     */
    public record Problem(String code, boolean lack, String field, int count, URI example, Optional<String> value) {

        /** The message that names it; with {@code .advice}, or {@code .cost}, {@code .mend} and {@code .markup}, the one that helps. */
        public String message() {
            return (lack ? "partner.lack." : "failure.") + code;
        }

        /** The message that says how to mend it. */
        public String mend() {
            return message() + (lack ? ".mend" : ".advice");
        }
    }

    /**
     * An item and what became of it.
     *
     * @param state where it stands, such as {@code live}, {@code withdrawn}, or {@code failed} where no record could be made of it so far
     * @param reason of a failure, that has a message; empty where all is well
     * @param detail the facts behind it
     */
    public record ItemStanding(
            ResourceId id,
            URI url,
            Optional<String> title,
            String state,
            Optional<String> outcome,
            Optional<String> reason,
            Optional<String> detail,
            long views,
            long clicks) {}
}
