package be.vakoogst.partner;

import be.vakoogst.failure.Failure;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.survey.Ground;
import java.util.List;
import java.util.Optional;

/**
 * What a look at an address found.
 *
 * @param ways how it can be harvested, the best first; none when nothing could be had
 * @param resources the first records of the best way
 * @param failures what went wrong with items of the best way, or with the address itself
 */
record PreviewResult(List<Offered> ways, List<LearningResource> resources, List<Failure> failures, Quality quality) {

    static PreviewResult nothing(Optional<Failure> failure) {
        return new PreviewResult(List.of(), List.of(), failure.stream().toList(), Quality.of(List.of()));
    }

    /** @param more whether it gives more than was looked at */
    record Offered(SourceDraft draft, Ground ground, int found, boolean more) {}
}
