package be.vakoogst.resource;

import java.net.URI;
import java.util.Optional;

/** Who made or published something. */
public record Agent(String name, Kind kind, Optional<URI> url) {

    public Agent {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An agent has a name");
        }
    }

    public enum Kind implements Code {
        PERSON,
        ORGANIZATION
    }
}
