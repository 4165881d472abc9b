package be.vakoogst.rest;

import be.vakoogst.connector.Seen;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Guards the order of a listing whose parts are found by their place. Whatever is added or deleted while it is read moves the rest, and an item may
 * slip past us from a part not yet read into one that was. A listing that tells how many items it has shows that by another number, or by another
 * first part; of one that does not, each part is looked at once more. For one reading and one thread.
 */
final class RestOrder {

    /** Parts that repeat an earlier one, before the listing counts as endless. */
    private static final int MOST_REPEATED = 10;

    /** A part as it was read. */
    record Part(URI url, int keys) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private final Seen shown = new Seen();
    private Optional<String> total = Optional.empty();
    private boolean tells = true;
    private boolean shifted;
    private boolean byPlace;
    private boolean same;
    private int repeated;

    /** @param stated how many items the listing has, where the part tells */
    void read(URI url, boolean foundByPlace, List<String> keys, Optional<String> stated) {
        same = !parts.isEmpty() && parts.getLast().keys() == keys.hashCode();
        parts.add(new Part(url, keys.hashCode()));
        byPlace |= foundByPlace;
        tells &= stated.isPresent();
        shifted |= total.isPresent() && stated.isPresent() && !total.equals(stated);
        total = stated.or(() -> total);
        if (!keys.isEmpty() && !shown.add(String.join("\n", keys))) {
            repeated++;
        }
    }

    /** Whether the part says what the one before it said: so do servers that are asked for more pages than there are. */
    boolean saysTheSameAgain() {
        return same;
    }

    boolean hasNoEnd() {
        return repeated >= MOST_REPEATED;
    }

    boolean shifted() {
        return byPlace && shifted;
    }

    /** The parts that have to be looked at again to be sure. */
    Deque<Part> doubtful() {
        if (!byPlace || shifted || parts.size() < 2) {
            return new ArrayDeque<>();
        }
        return tells ? new ArrayDeque<>(List.of(parts.getFirst())) : parts;
    }
}
