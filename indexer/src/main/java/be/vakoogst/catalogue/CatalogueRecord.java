package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as the catalogue holds it.
 *
 * @param resource with its first and last seen dates and all offers of its work; empty once withdrawn, and while an operator hides it
 * @param number its last change: of its content, or of its place in a work that several sources offer
 * @param withdrawnBecause why it is in no output, be it only hidden
 * @param passOn what its source lets us hand on
 * @param shownAs another record of the same work, which is shown in its place
 */
public record CatalogueRecord(
        ResourceId id,
        Optional<LearningResource> resource,
        ChangeNumber number,
        Instant firstSeen,
        Instant lastChanged,
        Optional<String> withdrawnBecause,
        PassOn passOn,
        Optional<ResourceId> shownAs) {

    private static final String IS = "is ";

    /** Why a record is withdrawn whose place another one took. */
    static String becauseIts(ResourceId successor) {
        return IS + successor;
    }

    /** The record that took over what this one was, as its source had only given it another name. */
    public Optional<ResourceId> successor() {
        return withdrawnBecause
                .filter(why -> why.startsWith(IS))
                .map(why -> new ResourceId(why.substring(IS.length())));
    }

    /** What every output shows: a withdrawn record is in none, and of a work the one record that stands for all. */
    public Optional<LearningResource> shown() {
        return shownAs.isPresent() ? Optional.empty() : resource;
    }

    /** What goes to others: of what is shown, that which its source lets pass. */
    public Optional<LearningResource> passedOn() {
        return shownAs.isPresent() ? Optional.empty() : passedOnByItself();
    }

    /** The same for who asks for this very record, although another one is shown in its place. */
    public Optional<LearningResource> passedOnByItself() {
        return switch (passOn) {
            case FULL -> resource;
            case METADATA -> resource.map(LearningResource::withoutText);
            case NONE -> Optional.empty();
        };
    }
}
