package be.vakoogst.catalogue;

import be.vakoogst.resource.SourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which records are wanted, the withdrawn among them; everything where all is empty.
 *
 * @param from last changed then or later
 * @param until last changed then or before, to the second
 * @param source delivered by it
 * @param trade filed under it; of withdrawn records nobody knows any more, so that they are always in
 */
public record Selection(
        Optional<Instant> from, Optional<Instant> until, Optional<SourceId> source, Optional<String> trade) {

    public static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
