package be.vakoogst.catalogue;

import be.vakoogst.resource.ResourceId;

/** What accepting or withdrawing did to a record. */
public sealed interface Change {

    ResourceId id();

    record New(ResourceId id, ChangeNumber number) implements Change {}

    record Changed(ResourceId id, ChangeNumber number) implements Change {}

    /** Its content is the same to the letter; nothing was numbered. */
    record Unchanged(ResourceId id) implements Change {}

    record Withdrawn(ResourceId id, ChangeNumber number) implements Change {}

    /** It was taken down for good and is not taken in again. */
    record Barred(ResourceId id) implements Change {}
}
