package be.vakoogst.push;

import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody tells us of the changes of a source. */
public class Hubs {

    private final SubscriptionTable table;

    Hubs(SubscriptionTable table) {
        this.table = table;
    }

    /**
     * The hub that a feed names.
     *
     * @param state {@code asked}, {@code active}, {@code denied} or {@code lapsed}
     * @param until when it stops unless it is asked again
     * @param reason why it does not tell us
     */
    public record Hub(URI url, String state, Optional<Instant> until, Optional<String> reason) {}

    /** Empty where the feed names none, or was not looked at yet. */
    public Optional<Hub> of(SourceId source) {
        return table.of(source)
                .map(known -> new Hub(known.hub(), known.state().code(), known.leaseUntil(), known.reason()));
    }
}
