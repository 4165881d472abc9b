package be.vakoogst.operate.console;

import be.vakoogst.catalogue.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One change of a record.
 *
 * @param by such as {@code run 12}
 * @param there whether it is there since
 */
record HistoryStep(Instant at, String by, boolean there, List<FieldChange> changes) {

    private static final Pattern RUN = Pattern.compile("run (\\d+)");

    /** @param versions the latest first */
    static List<HistoryStep> of(List<Version> versions) {
        return IntStream.range(1, versions.size())
                .mapToObj(place -> step(versions.get(place), versions.get(place - 1)))
                .filter(step -> !step.changes().isEmpty())
                .toList();
    }

    private static HistoryStep step(Version before, Version after) {
        return new HistoryStep(
                before.replacedAt().orElseThrow(),
                before.replacedBy().orElseThrow(),
                after.resource().isPresent(),
                after.resource().isPresent() ? FieldChange.between(before.resource(), after.resource()) : gone(before));
    }

    /** The title says enough of what went. */
    private static List<FieldChange> gone(Version before) {
        return FieldChange.between(before.resource(), Optional.empty()).stream()
                .filter(change -> change.field().equals("title"))
                .toList();
    }

    /** The run that made it, where one did. */
    public Optional<Long> run() {
        return RUN.matcher(by)
                .results()
                .map(MatchResult::group)
                .map(text -> Long.valueOf(text.substring("run ".length())))
                .findFirst();
    }
}
