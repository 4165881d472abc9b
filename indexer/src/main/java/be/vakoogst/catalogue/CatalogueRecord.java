package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as the catalogue holds it.
 *
 * @param resource empty once withdrawn
 * @param number its last change
 */
public record CatalogueRecord(
        ResourceId id,
        Optional<LearningResource> resource,
        ChangeNumber number,
        Instant firstSeen,
        Instant lastChanged,
        Optional<String> withdrawnBecause) {}
