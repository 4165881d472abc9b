package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as the catalogue holds it.
 *
 * @param resource with its first and last seen dates and all offers of its work; empty once withdrawn
 * @param number its last change: of its content, or of its place in a work that several sources offer
 * @param shownAs another record of the same work, which is shown in its place
 */
public record CatalogueRecord(
        ResourceId id,
        Optional<LearningResource> resource,
        ChangeNumber number,
        Instant firstSeen,
        Instant lastChanged,
        Optional<String> withdrawnBecause,
        Optional<ResourceId> shownAs) {

    /** What every output shows: a withdrawn record is in none, and of a work the one record that stands for all. */
    public Optional<LearningResource> shown() {
        return shownAs.isPresent() ? Optional.empty() : resource;
    }
}
