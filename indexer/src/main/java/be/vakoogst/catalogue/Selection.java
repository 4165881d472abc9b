package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.TradeAssertion;
import java.time.Instant;
import java.util.Optional;

/**
 * Which records are wanted, the withdrawn among them and those that left the trade; everything where all is empty.
 *
 * @param from last changed then or later
 * @param until last changed then or before, to the second
 * @param source delivered by it
 * @param trade filed under it, or once were: what goes to others of such a one is nothing ({@link #passedOn})
 */
public record Selection(
        Optional<Instant> from, Optional<Instant> until, Optional<SourceId> source, Optional<String> trade) {

    public static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What goes of a record to who asked for these: nothing as well of one that left the trade since. */
    public Optional<LearningResource> passedOn(CatalogueRecord record) {
        return record.passedOn()
                .filter(resource -> trade.isEmpty()
                        || resource.subject().trades().stream()
                                .map(TradeAssertion::id)
                                .anyMatch(trade.get()::equals));
    }
}
