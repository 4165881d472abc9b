package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import java.time.Instant;
import java.util.Optional;

/**
 * How a record was at a time.
 *
 * @param resource empty while it was withdrawn
 * @param replacedAt when it became otherwise; empty for how it is now
 * @param replacedBy what made it otherwise, such as {@code run 12}; empty for how it is now
 */
public record Version(Optional<LearningResource> resource, Optional<Instant> replacedAt, Optional<String> replacedBy) {}
