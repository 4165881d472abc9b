package be.vakoogst.page;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A work that a page describes, and where it stands. */
record JsonLdWork(JsonNode node, String pointer) {

    private static final int WORK = 2;

    private enum Whose {
        /** It states the address of another page. */
        ANOTHERS,
        /** It states no address. */
        OPEN,
        THIS_PAGES
    }

    /** The one that a page is about: a work rather than what wraps one, this page's rather than one without address; one of another page only when it is alone. */
    static Optional<JsonLdWork> about(List<JsonLdWork> works, Findings findings) {
        long ofOthers = works.stream()
                .filter(work -> work.whose(findings) == Whose.ANOTHERS)
                .count();
        return works.stream()
                .filter(work -> ofOthers <= 1 || work.whose(findings) != Whose.ANOTHERS)
                .max(Comparator.<JsonLdWork>comparingInt(work -> work.belief(findings))
                        .thenComparingInt(work -> -works.indexOf(work)));
    }

    /** Whether it says more of this page: the page that wraps the work, or a recording that stands beside it. */
    boolean addsTo(Findings findings) {
        Whose whose = whose(findings);
        boolean recording =
                JsonLdNode.types(node).anyMatch(type -> type.endsWith("Object") && !type.startsWith("Image"));
        return whose == Whose.THIS_PAGES || recording && whose == Whose.OPEN;
    }

    private int belief(Findings findings) {
        boolean isWork = JsonLdNode.rank(node) == WORK;
        return switch (whose(findings)) {
            case THIS_PAGES -> isWork ? 5 : 3;
            case OPEN -> isWork ? 4 : 1;
            case ANOTHERS -> isWork ? 2 : 0;
        };
    }

    private Whose whose(Findings findings) {
        if (addresses(findings, "url", "@id", "mainEntityOfPage").anyMatch(findings::isThisPage)) {
            return Whose.THIS_PAGES;
        }
        return addresses(findings, "url", "mainEntityOfPage").findAny().isPresent() ? Whose.ANOTHERS : Whose.OPEN;
    }

    private Stream<URI> addresses(Findings findings, String... members) {
        return Arrays.stream(members)
                .map(node::path)
                .map(value -> value.isObject() ? value.path("@id").asString("") : value.asString(""))
                .flatMap(text -> findings.resolve(text).stream());
    }
}
