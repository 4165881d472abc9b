package be.vakoogst.standing;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.catalogue.Selection;
import be.vakoogst.life.ItemLife;
import be.vakoogst.life.Lives;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Ended;
import be.vakoogst.run.FailureGroup;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunItem;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Planned;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Sources;
import be.vakoogst.usage.Usage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The door of this room. Safe for many threads. */
public class Standings {

    private static final int RUNS = 20;
    private static final int POINTS = 30;
    private static final int UNMET = 20;
    private static final int WEEKS = 4;
    private static final int READ_TOGETHER = 200;

    private final Traces traces;
    private final Scheduling scheduling;
    private final QualityTable table;
    private final Usage usage;
    private final InstantSource clock;

    Standings(Traces traces, Scheduling scheduling, QualityTable table, Usage usage, InstantSource clock) {
        this.traces = traces;
        this.scheduling = scheduling;
        this.table = table;
        this.usage = usage;
        this.clock = clock;
    }

    /** A source, and what it left behind in other rooms. */
    record Traces(Runs runs, Lives lives, Catalogue catalogue, Sources sources) {}

    public Standing of(SourceId source) {
        List<Run> runs = latestRuns(source);
        List<Standing.Point> points = table.latest(source, POINTS);
        Optional<Quality> quality = points.stream().map(Standing.Point::quality).findFirst();
        Set<String> trades = quality.map(known -> known.trades().keySet()).orElse(Set.of());
        return new Standing(
                runs,
                runs.stream().filter(Standings::wentWell).findFirst().flatMap(Run::endedAt),
                traces.sources().find(source).flatMap(scheduling::next).map(Planned::at),
                points,
                problems(runs, quality),
                usage.byTrade(source.value(), weeksAgo()),
                trades.isEmpty() ? List.of() : usage.unmet(trades, weeksAgo(), UNMET));
    }

    private List<Run> latestRuns(SourceId source) {
        return traces.runs().list(Optional.of(source), Optional.empty(), Long.MAX_VALUE, RUNS);
    }

    private static boolean wentWell(Run run) {
        return run.state() == RunState.SUCCEEDED || run.state() == RunState.SUCCEEDED_WITH_ERRORS;
    }

    private LocalDate weeksAgo() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusWeeks(WEEKS);
    }

    private List<Standing.Problem> problems(List<Run> runs, Optional<Quality> quality) {
        Stream<Standing.Problem> failed = lastEnded(runs).stream()
                .flatMap(run -> traces.runs().failures(run.id()).stream())
                .map(Standings::problem);
        Stream<Standing.Problem> lacking =
                quality.stream().flatMap(known -> known.missing().stream()).map(Standings::problem);
        return Stream.concat(failed, lacking).toList();
    }

    private static Optional<Run> lastEnded(List<Run> runs) {
        return runs.stream().filter(run -> run.state().isEnd()).findFirst();
    }

    private static Standing.Problem problem(FailureGroup group) {
        return new Standing.Problem(
                group.reason(),
                false,
                field(group.reason(), group.stage()),
                group.count(),
                group.example(),
                Optional.ofNullable(group.detail()));
    }

    private static Standing.Problem problem(Quality.Missing missing) {
        String code = missing.lack().code();
        return new Standing.Problem(code, true, code, missing.count(), missing.example(), missing.said());
    }

    private static String field(String reason, String stage) {
        return switch (reason) {
            case "no-title" -> "title";
            case "no-url", "bad-url" -> "url";
            default -> stage;
        };
    }

    /** Every single thing that is wrong or missing now, one after the other. */
    public void eachProblem(SourceId source, Consumer<Standing.Problem> reader) {
        lastEnded(latestRuns(source))
                .ifPresent(run -> traces.runs().failures(run.id()).forEach(group -> eachItem(run, group, reader)));
        eachRecord(
                source,
                resource -> Stream.of(Lack.values())
                        .filter(lack -> lack.isIn(resource))
                        .map(lack -> new Standing.Problem(
                                lack.code(), true, lack.code(), 1, resource.url(), lack.said(resource)))
                        .forEach(reader));
    }

    private void eachItem(Run run, FailureGroup group, Consumer<Standing.Problem> reader) {
        long after = 0;
        for (List<RunItem> some = traces.runs().itemsByReason(run.id(), group.reason(), after, READ_TOGETHER);
                !some.isEmpty();
                some = traces.runs().itemsByReason(run.id(), group.reason(), after, READ_TOGETHER)) {
            some.stream()
                    .filter(item -> item.stage().orElse("").equals(group.stage()))
                    .map(item -> new Standing.Problem(
                            group.reason(), false, field(group.reason(), group.stage()), 1, item.url(), item.detail()))
                    .forEach(reader);
            after = some.getLast().number();
        }
    }

    /** The records of a source, without those withdrawn. */
    public void eachRecord(SourceId source, Consumer<LearningResource> reader) {
        Selection selection = new Selection(Optional.empty(), Optional.empty(), Optional.of(source), Optional.empty());
        ChangeNumber after = ChangeNumber.NONE;
        for (List<CatalogueRecord> some = traces.catalogue().selected(selection, after, READ_TOGETHER);
                !some.isEmpty();
                some = traces.catalogue().selected(selection, after, READ_TOGETHER)) {
            some.stream().flatMap(record -> record.resource().stream()).forEach(reader);
            after = some.getLast().number();
        }
    }

    /** Items by id, from behind an id on. */
    public List<Standing.ItemStanding> items(SourceId source, String after, int limit) {
        List<ItemLife> lives = traces.lives().list(source, Optional.empty(), after, limit);
        Map<String, Usage.Use> uses =
                usage.of(lives.stream().map(life -> life.id().value()).toList(), weeksAgo()).stream()
                        .collect(Collectors.toMap(Usage.Use::of, Function.identity()));
        return lives.stream()
                .map(life -> item(life, Optional.ofNullable(uses.get(life.id().value()))))
                .toList();
    }

    /** Items of the last run of which no record could be made; at most {@code limit}. */
    public List<RunItem> lost(SourceId source, int limit) {
        return lastEnded(latestRuns(source))
                .map(run -> traces.runs().items(run.id(), Optional.of(RunItem.Outcome.FAILED), 0, limit))
                .orElse(List.of());
    }

    private Standing.ItemStanding item(ItemLife life, Optional<Usage.Use> use) {
        Optional<RunItem> last =
                traces.runs().storyOf(life.id(), 1).stream().map(Ended::item).findFirst();
        return new Standing.ItemStanding(
                life.id(),
                life.url(),
                title(life.id()),
                life.state().code(),
                last.map(item -> item.outcome().code()),
                last.flatMap(RunItem::reason),
                last.flatMap(RunItem::detail).or(life::reason),
                use.map(Usage.Use::views).orElse(0L),
                use.map(Usage.Use::clicks).orElse(0L));
    }

    private Optional<String> title(ResourceId id) {
        return traces.catalogue().find(id).flatMap(CatalogueRecord::resource).map(LearningResource::title);
    }

    /** Counts what the records of a source lack after a run, and keeps it. */
    public void note(Run run) {
        Quality.Count count = new Quality.Count();
        eachRecord(run.source(), count::add);
        table.add(run.source(), run.id(), clock.instant(), count.quality());
    }
}
