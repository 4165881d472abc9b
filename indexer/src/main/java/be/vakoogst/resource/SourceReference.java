package be.vakoogst.resource;

/** The source of a resource, as much of it as a reader needs. */
public record SourceReference(SourceId id, String name, SourceKind kind) {}
