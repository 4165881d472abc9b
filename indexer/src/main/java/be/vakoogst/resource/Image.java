package be.vakoogst.resource;

import java.net.URI;
import java.util.Optional;

/** A picture that shows the resource; width and height in pixels where stated. */
public record Image(URI url, Optional<Integer> width, Optional<Integer> height, Optional<String> description) {}
