package be.vakoogst.duplicate;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Licence;
import be.vakoogst.resource.SourceKind;
import java.util.stream.Stream;

/**
 * Which record of a work is shown, by the first of these that makes a difference: it was read from its own page; it comes from who made it and
 * not from a repository that collects; its licence is stated; how many of description, picture, duration, dates, creators and levels it has;
 * how much text it has. Where all is equal, the one that was seen first. Before all that, at one address: what the site offers itself.
 */
final class Worth {

    private static final int MOST_TEXT = 1 << 20;

    private Worth() {}

    static long of(LearningResource resource) {
        boolean page = resource.origin().basis() == LearningResource.Basis.PAGE;
        boolean maker = resource.origin().source().kind() != SourceKind.REPOSITORY;
        boolean stated = resource.licence().assertion() == Licence.Assertion.STATED;
        long worth = page ? 1 : 0;
        worth = worth * 2 + (maker ? 1 : 0);
        worth = worth * 2 + (stated ? 1 : 0);
        worth = worth * 10 + filled(resource);
        return worth * MOST_TEXT
                + Math.min(
                        MOST_TEXT - 1,
                        resource.content().fullText().map(String::length).orElse(0));
    }

    private static long filled(LearningResource resource) {
        return Stream.of(
                        resource.description().isPresent(),
                        resource.content().image().isPresent(),
                        resource.content().duration().isPresent(),
                        resource.dates().datePublished().isPresent(),
                        !resource.creators().isEmpty(),
                        !resource.education().educationalLevels().isEmpty())
                .filter(has -> has)
                .count();
    }
}
