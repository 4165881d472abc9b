package be.vakoogst.resource;

import java.net.URI;

/** One source that offers a work: the record it delivered, and where that is read. */
public record Offer(ResourceId id, URI url, SourceReference source) {}
