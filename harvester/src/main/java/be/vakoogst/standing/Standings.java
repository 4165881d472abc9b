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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
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

    /** @param sources of one publisher, such as what is harvested of it and what it sends; the first is the one it is known by */
    public Standing of(List<SourceId> sources) {
        List<Run> runs = latestRuns(sources);
        List<Standing.Point> points = table.latest(sources.getFirst(), POINTS);
        Optional<Quality> quality = points.stream().map(Standing.Point::quality).findFirst();
        Set<String> trades = quality.map(known -> known.trades().keySet()).orElse(Set.of());
        return new Standing(
                runs,
                runs.stream().filter(Standings::wentWell).findFirst().flatMap(Run::endedAt),
                next(sources),
                points,
                problems(sources, quality),
                usage.byTrade(sources.stream().map(SourceId::value).toList(), weeksAgo()),
                trades.isEmpty() ? List.of() : usage.unmet(trades, weeksAgo(), UNMET));
    }

    private List<Run> latestRuns(List<SourceId> sources) {
        return sources.stream()
                .flatMap(source -> latestRuns(source).stream())
                .sorted(Comparator.comparing((Run run) -> run.id().value()).reversed())
                .limit(RUNS)
                .toList();
    }

    private List<Run> latestRuns(SourceId source) {
        return traces.runs().list(Optional.of(source), Optional.empty(), Long.MAX_VALUE, RUNS);
    }

    private Optional<Instant> next(List<SourceId> sources) {
        return sources.stream()
                .flatMap(source -> traces.sources().find(source).stream())
                .flatMap(source -> scheduling.next(source).stream())
                .map(Planned::at)
                .min(Comparator.naturalOrder());
    }

    private static boolean wentWell(Run run) {
        return run.state() == RunState.SUCCEEDED || run.state() == RunState.SUCCEEDED_WITH_ERRORS;
    }

    private LocalDate weeksAgo() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusWeeks(WEEKS);
    }

    private List<Standing.Problem> problems(List<SourceId> sources, Optional<Quality> quality) {
        Stream<Standing.Problem> failed = lastEnded(sources)
                .flatMap(run -> traces.runs().failures(run.id()).stream())
                .map(Standings::problem);
        Stream<Standing.Problem> lacking =
                quality.stream().flatMap(known -> known.missing().stream()).map(Standings::problem);
        return Stream.concat(failed, lacking).toList();
    }

    /** The last one of each. */
    private Stream<Run> lastEnded(List<SourceId> sources) {
        return sources.stream()
                .flatMap(source -> latestRuns(source).stream()
                        .filter(run -> run.state().isEnd())
                        .limit(1));
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
    public void eachProblem(List<SourceId> sources, Consumer<Standing.Problem> reader) {
        lastEnded(sources)
                .forEach(run -> traces.runs().failures(run.id()).forEach(group -> eachItem(run, group, reader)));
        eachRecord(
                sources,
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

    /** The records of these sources, without those withdrawn. */
    public void eachRecord(List<SourceId> sources, Consumer<LearningResource> reader) {
        sources.forEach(source -> eachRecord(source, reader));
    }

    private void eachRecord(SourceId source, Consumer<LearningResource> reader) {
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
    public List<Standing.ItemStanding> items(List<SourceId> sources, String after, int limit) {
        List<ItemLife> lives = sources.stream()
                .flatMap(source -> traces.lives().list(source, Optional.empty(), after, limit).stream())
                .sorted(Comparator.comparing(life -> life.id().value()))
                .limit(limit)
                .toList();
        Map<String, Usage.Use> uses =
                usage.of(lives.stream().map(life -> life.id().value()).toList(), weeksAgo()).stream()
                        .collect(Collectors.toMap(Usage.Use::of, Function.identity()));
        return lives.stream()
                .map(life -> item(life, Optional.ofNullable(uses.get(life.id().value()))))
                .toList();
    }

    /** Items of the last run of each source of which no record could be made; at most {@code limit}. */
    public List<RunItem> lost(List<SourceId> sources, int limit) {
        return lastEnded(sources)
                .flatMap(run -> traces.runs().items(run.id(), Optional.of(RunItem.Outcome.FAILED), 0, limit).stream())
                .limit(limit)
                .toList();
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

    /** Counts what the records of these sources lack after a run, and keeps it with the first of them. */
    public void note(Run run, List<SourceId> sources) {
        Quality.Count count = new Quality.Count();
        eachRecord(sources, count::add);
        table.add(sources.getFirst(), run.id(), clock.instant(), count.quality());
    }
}
