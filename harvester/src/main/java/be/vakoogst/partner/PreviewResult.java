package be.vakoogst.partner;

import be.vakoogst.failure.Failure;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.run.Trial;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.standing.Quality;
import be.vakoogst.survey.Ground;
import be.vakoogst.survey.Way;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a look at an address found.
 *
 * @param ways how it can be harvested, the best first; none when nothing could be had
 * @param resources the first records of the best way
 * @param failures what went wrong with items of the best way, or with the address itself
 * @param whole whether everything was tried, also what is unlikely
 */
record PreviewResult(
        List<Offered> ways, List<LearningResource> resources, List<Failure> failures, Quality quality, boolean whole) {

    static PreviewResult nothing(Optional<Failure> failure) {
        return new PreviewResult(List.of(), List.of(), failure.stream().toList(), Quality.of(List.of()), true);
    }

    /** @param ways the best first, whose records are shown */
    static PreviewResult of(List<Way> ways) {
        return of(ways, false);
    }

    private static PreviewResult of(List<Way> ways, boolean whole) {
        Trial.Tried best = ways.getFirst().found();
        return new PreviewResult(
                ways.stream().map(Offered::of).toList(),
                best.resources(),
                best.failures(),
                Quality.of(best.resources()),
                whole);
    }

    /** Of the only way that there is. */
    static PreviewResult ofOnly(Way way) {
        return of(List.of(way), true);
    }

    /** The same with all other ways that there are. */
    PreviewResult with(List<Way> others) {
        return new PreviewResult(
                Stream.concat(ways.stream(), others.stream().map(Offered::of)).toList(),
                resources,
                failures,
                quality,
                true);
    }

    /** @param more whether it gives more than was looked at */
    record Offered(SourceDraft draft, Ground ground, int found, boolean more) {

        static Offered of(Way way) {
            return new Offered(
                    way.draft(),
                    way.ground(),
                    way.found().resources().size(),
                    way.found().more());
        }
    }
}
