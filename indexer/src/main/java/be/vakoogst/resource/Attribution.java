package be.vakoogst.resource;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a resource is to be credited wherever it is shown: title, makers, source and licence, in that order (Creative Commons, "best practices for attribution"). */
public final class Attribution {

    private Attribution() {}

    /** In one line. */
    public static String of(LearningResource resource) {
        String makers = Stream.concat(resource.creators().stream(), resource.publisher().stream())
                .map(Agent::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return Stream.of(resource.title(), makers, resource.origin().source().name(), licence(resource))
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(" — "));
    }

    /** The licence by its address, or as its publisher words it; empty when nobody said anything. */
    public static String licence(LearningResource resource) {
        return resource.licence()
                .uri()
                .map(URI::toString)
                .or(() -> resource.licence().text())
                .orElse("");
    }
}
