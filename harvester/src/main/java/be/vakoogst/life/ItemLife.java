package be.vakoogst.life;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a record stands, as it is told to operators.
 *
 * @param reason the facts behind its state
 * @param failures answers in a row that it is gone
 */
public record ItemLife(
        ResourceId id,
        SourceId source,
        URI url,
        ItemState state,
        Optional<String> reason,
        Instant since,
        Optional<Instant> checkedAt,
        int failures,
        Optional<Instant> failingSince) {}
