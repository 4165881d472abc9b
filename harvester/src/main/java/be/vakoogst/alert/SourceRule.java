package be.vakoogst.alert;

import be.vakoogst.run.Run;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks how the runs of sources ended. */
class SourceRule implements Rule {

    private static final int LOOKED_BACK = 50;

    /** Of fewer, a share says nothing. */
    private static final int LEAST_ITEMS = 5;

    private static final Set<AlertKind> KINDS = EnumSet.of(
            AlertKind.NO_SUCCESS,
            AlertKind.ZERO_ITEMS,
            AlertKind.FAR_FEWER,
            AlertKind.ERROR_SHARE,
            AlertKind.ALL_UNCHANGED);

    private final Sources sources;
    private final Runs runs;
    private final Scheduling scheduling;
    private final AlertSettings settings;
    private final InstantSource clock;

    SourceRule(Sources sources, Runs runs, Scheduling scheduling, AlertSettings settings, InstantSource clock) {
        this.sources = sources;
        this.runs = runs;
        this.scheduling = scheduling;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean judges(AlertKind kind, String subject) {
        return KINDS.contains(kind);
    }

    @Override
    public List<Condition> conditions() {
        return sources.all().stream()
                .filter(Source::enabled)
                .flatMap(source -> of(source).stream())
                .toList();
    }

    private List<Condition> of(Source source) {
        List<Run> ended = runs.list(Optional.of(source.id()), Optional.empty(), Long.MAX_VALUE, LOOKED_BACK).stream()
                .filter(run -> run.state().isEnd() && run.state() != RunState.STOPPED)
                .toList();
        Optional<Run> last = ended.stream().findFirst();
        return Stream.of(
                        noSuccess(source, ended),
                        last.flatMap(run -> zeroItems(source, run)),
                        last.flatMap(run -> farFewer(source, run, ended)),
                        last.flatMap(run -> errorShare(source, run)),
                        allUnchanged(source, ended))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Condition> noSuccess(Source source, List<Run> ended) {
        Optional<Instant> since = ended.stream()
                .filter(SourceRule::succeeded)
                .findFirst()
                .flatMap(Run::endedAt)
                .or(() -> ended.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ended.getLast().requestedAt()));
        Optional<Duration> patience =
                scheduling.interval(source).map(interval -> interval.multipliedBy(settings.missedIntervals()));
        return since.filter(
                        start -> patience.filter(allowed -> start.plus(allowed).isBefore(clock.instant()))
                                .isPresent())
                .map(start -> new Condition(
                        AlertKind.NO_SUCCESS,
                        source.id().value(),
                        List.of(source.name(), String.valueOf(settings.missedIntervals()), start.toString()),
                        page(source)));
    }

    private static Optional<Condition> zeroItems(Source source, Run last) {
        boolean nothing = last.state() == RunState.FAILED
                && last.counts().found() == 0
                && last.counts().gone() == 0;
        return Optional.of(last)
                .filter(run -> nothing)
                .map(run -> new Condition(
                        AlertKind.ZERO_ITEMS,
                        source.id().value(),
                        List.of(source.name(), run.reason().orElse("")),
                        page(run)));
    }

    private static Optional<Condition> farFewer(Source source, Run last, List<Run> ended) {
        int found = last.counts().found();
        return ended.stream()
                .skip(1)
                .filter(SourceRule::succeeded)
                .findFirst()
                .map(run -> run.counts().found())
                .filter(before -> last.state() == RunState.FAILED
                        && found > 0
                        && found < before * (1 - source.limits().shrinkShare()))
                .map(before -> new Condition(
                        AlertKind.FAR_FEWER,
                        source.id().value(),
                        List.of(source.name(), String.valueOf(found), String.valueOf(before)),
                        page(last)));
    }

    private Optional<Condition> errorShare(Source source, Run last) {
        int found = last.counts().found();
        int failed = last.counts().failed();
        return Optional.of(last)
                .filter(run -> found >= LEAST_ITEMS && failed >= settings.errorShare() * found && failed > 0)
                .map(run -> new Condition(
                        AlertKind.ERROR_SHARE,
                        source.id().value(),
                        List.of(source.name(), String.valueOf(failed), String.valueOf(found)),
                        page(run)));
    }

    private Optional<Condition> allUnchanged(Source source, List<Run> ended) {
        boolean well = ended.stream().findFirst().filter(SourceRule::succeeded).isPresent();
        return runs.lastChange(source.id())
                .filter(change -> well && change.plus(settings.unchangedFor()).isBefore(clock.instant()))
                .map(change -> new Condition(
                        AlertKind.ALL_UNCHANGED,
                        source.id().value(),
                        List.of(source.name(), change.toString()),
                        page(source)));
    }

    private static boolean succeeded(Run run) {
        return run.state() == RunState.SUCCEEDED || run.state() == RunState.SUCCEEDED_WITH_ERRORS;
    }

    private static String page(Source source) {
        return "/operate/sources/" + source.id();
    }

    private static String page(Run run) {
        return "/operate/runs/" + run.id().value();
    }
}
