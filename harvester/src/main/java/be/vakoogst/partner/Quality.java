package be.vakoogst.partner;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.LearningResource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What is missing in the records of a source, in how many of them. Each has a sentence on what it costs, and a way to mend it. */
record Quality(int records, List<Missing> missing) {

    /** @param count records that lack it */
    record Missing(Lack lack, int count) {}

    /** What a record can lack, the costliest first. */
    enum Lack implements Code {
        TRADE(resource -> resource.subject().trades().isEmpty()),
        LICENCE(resource -> resource.licence().id().isEmpty()),
        DESCRIPTION(Lack::hasNoOwnDescription),
        IMAGE(resource -> resource.content().image().isEmpty()),
        DATE(resource -> resource.dates().datePublished().isEmpty()
                && resource.dates().dateModified().isEmpty()),
        AUDIENCE(resource -> resource.education().audiences().isEmpty()),
        CREATOR(resource -> resource.creators().isEmpty()),
        KEYWORDS(resource -> resource.subject().keywords().isEmpty());

        private final Predicate<LearningResource> missingIn;

        Lack(Predicate<LearningResource> missingIn) {
            this.missingIn = missingIn;
        }

        /** One that was made from the text is none of the publisher's. */
        private static boolean hasNoOwnDescription(LearningResource resource) {
            return resource.description().isEmpty()
                    || resource.provenance().stream()
                            .anyMatch(each -> each.field().equals("description")
                                    && each.syntax().equals("made"));
        }
    }

    static Quality of(List<LearningResource> resources) {
        return new Quality(
                resources.size(),
                Arrays.stream(Lack.values())
                        .map(lack -> new Missing(lack, (int)
                                resources.stream().filter(lack.missingIn).count()))
                        .filter(missing -> missing.count() > 0)
                        .toList());
    }

    /** How complete they are, in percent. */
    public int percent() {
        int possible = records * Lack.values().length;
        int lacking = missing.stream().mapToInt(Missing::count).sum();
        return possible == 0 ? 0 : 100 * (possible - lacking) / possible;
    }
}
