package be.vakoogst.catalogue;

import be.vakoogst.resource.ResourceId;
import java.net.URI;

/**
 * A record is read elsewhere now.
 *
 * @param from the address that its source gives
 * @param to the one that it is to state
 * @param evidence who saw what
 */
public record Move(ResourceId resource, URI from, URI to, String evidence) {

    /** Its address answers with a permanent redirect. */
    public static Move redirected(ResourceId resource, URI from, URI to, String seenBy) {
        return new Move(resource, from, to, "%s leads here for good, seen by %s".formatted(from, seenBy));
    }

    /** What it moved to is gone, and its former address answers again. */
    public static Move back(ResourceId resource, URI from, URI to, String seenBy) {
        return new Move(
                resource, from, to, "%s is gone and this one answers again, seen by %s".formatted(from, seenBy));
    }
}
