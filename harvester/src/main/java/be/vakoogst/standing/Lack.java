package be.vakoogst.standing;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.LearningResource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a record can lack, the costliest first. Each has a sentence on what it costs, and a way to mend it with markup to paste. */
public enum Lack implements Code {
    TRADE(resource -> resource.subject().trades().isEmpty()),
    LICENCE(
            resource -> resource.licence().id().isEmpty(),
            resource -> resource.licence().text()),
    DESCRIPTION(Lack::hasNoOwnDescription, LearningResource::description),
    IMAGE(resource -> resource.content().image().isEmpty()),
    DATE(resource -> resource.dates().datePublished().isEmpty()
            && resource.dates().dateModified().isEmpty()),
    AUDIENCE(resource -> resource.education().audiences().isEmpty()),
    CREATOR(resource -> resource.creators().isEmpty()),
    KEYWORDS(resource -> resource.subject().keywords().isEmpty());

    private final Predicate<LearningResource> missing;
    private final Function<LearningResource, Optional<String>> said;

    Lack(Predicate<LearningResource> missing) {
        this(missing, resource -> Optional.empty());
    }

    Lack(Predicate<LearningResource> missing, Function<LearningResource, Optional<String>> said) {
        this.missing = missing;
        this.said = said;
    }

    public boolean isIn(LearningResource resource) {
        return missing.test(resource);
    }

    /** What stands in its place, and does not do. */
    public Optional<String> said(LearningResource resource) {
        return said.apply(resource);
    }

    /** One that was made from the text is none of the publisher's. */
    private static boolean hasNoOwnDescription(LearningResource resource) {
        return resource.description().isEmpty()
                || resource.provenance().stream()
                        .anyMatch(each -> each.field().equals("description")
                                && each.syntax().equals("made"));
    }
}
