package be.vakoogst.coverage;

import be.vakoogst.facts.Counts;
import be.vakoogst.facts.Dimension;
import be.vakoogst.facts.Fact;
import be.vakoogst.facts.Facts;
import be.vakoogst.search.Labels;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import be.vakoogst.usage.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what there is, beside what is asked. */
class Coverage {

    /** What is counted of each part; the rest is for quality. */
    static final List<Dimension> SHOWN = List.of(
            Dimension.TYPE,
            Dimension.AUDIENCE,
            Dimension.LICENCE,
            Dimension.READING_LEVEL,
            Dimension.YEAR,
            Dimension.SOURCE,
            Dimension.LANGUAGE,
            Dimension.LEVEL,
            Dimension.FINALITY);

    private static final ZoneId HERE = ZoneId.of("Europe/Brussels");

    private final Facts facts;
    private final Vocabulary vocabulary;
    private final Labelling labelling;
    private final Demands demands;
    private final InstantSource clock;

    Coverage(Facts facts, Vocabulary vocabulary, Labelling labelling, Demands demands, InstantSource clock) {
        this.facts = facts;
        this.vocabulary = vocabulary;
        this.labelling = labelling;
        this.demands = demands;
        this.clock = clock;
    }

    /** What things are called, and which are gaps. */
    record Labelling(Labels labels, Gaps gaps) {}

    /** What people search and open. */
    record Demands(Usage usage, ClickTable clicks) {

        private Map<String, Part.Asked> byTrade(Period period, List<Trade> trades) {
            Map<String, Usage.Demand> searched = usage.demand(period.from(), period.to());
            Map<String, Long> clicked = clicks.byTrade(period);
            return trades.stream()
                    .collect(Collectors.toMap(
                            Trade::id,
                            trade -> Part.Asked.of(
                                    searched.getOrDefault(trade.id(), Usage.Demand.NONE),
                                    clicked.getOrDefault(trade.id(), 0L))));
        }

        private Part.Asked all(Period period) {
            List<Usage.Demand> searched =
                    List.copyOf(usage.demand(period.from(), period.to()).values());
            return new Part.Asked(
                    searched.stream().mapToLong(Usage.Demand::searches).sum(),
                    searched.stream().mapToLong(Usage.Demand::withoutResult).sum(),
                    clicks.all(period));
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    /** As things are now. */
    CoverageReport report(Period period, Locale locale) {
        Counts counts = facts.counts();
        Map<String, Part.Asked> asked = demands.byTrade(period, vocabulary.trades());
        Holdings now = new Holdings(clock.instant(), counts.all(), trade -> counts.of(List.of(trade)));
        return report(now, period, asked, programmes(counts, asked, locale), locale);
    }

    /** As things were at the end of a day, without studierichtingen, which are not kept. */
    CoverageReport report(Snapshot then, Period period, Locale locale) {
        Instant end = then.day().plusDays(1).atStartOfDay(HERE).toInstant();
        return report(
                new Holdings(end, then.all(), then::trade),
                period,
                demands.byTrade(period, vocabulary.trades()),
                List.of(),
                locale);
    }

    /** What there is, or was. */
    private record Holdings(Instant at, Counts.Group all, Function<String, Counts.Group> byTrade) {}

    private CoverageReport report(
            Holdings holdings, Period period, Map<String, Part.Asked> asked, List<Part> programmes, Locale locale) {
        List<Part> trades = vocabulary.trades().stream()
                .map(trade -> trade(
                        trade,
                        holdings.byTrade().apply(trade.id()),
                        asked.getOrDefault(trade.id(), Part.Asked.NONE),
                        locale))
                .sorted(Comparator.comparing(Part::label))
                .toList();
        return new CoverageReport(
                holdings.at(),
                period.from(),
                period.to(),
                facts.progress(),
                part("all", "", List.of(), holdings.all(), demands.all(period), locale),
                holdings.all().count(Dimension.TRADE, Fact.NONE),
                trades,
                programmes,
                labelling.gaps().of(trades, locale));
    }

    private Part trade(Trade trade, Counts.Group group, Part.Asked asked, Locale locale) {
        Part part = part(trade.id(), trade.label(locale.getLanguage()), List.of(trade.id()), group, asked, locale);
        List<Part.Value> subjects = trade.facts().schoolSubjects().stream()
                .map(subject -> new Part.Value(subject, subject, group.count(Dimension.SUBJECT, subject)))
                .toList();
        return new Part(
                part.id(), part.label(), part.trades(), part.resources(), part.counts(), subjects, List.of(), asked);
    }

    private List<Part> programmes(Counts counts, Map<String, Part.Asked> asked, Locale locale) {
        Map<String, TreeSet<String>> trades = new TreeMap<>();
        vocabulary
                .trades()
                .forEach(trade -> trade.facts()
                        .studyProgrammes()
                        .forEach(name -> trades.computeIfAbsent(name, any -> new TreeSet<>())
                                .add(trade.id())));
        return trades.entrySet().stream()
                .map(each -> programme(each.getKey(), List.copyOf(each.getValue()), counts, asked, locale))
                .toList();
    }

    private Part programme(
            String name, List<String> trades, Counts counts, Map<String, Part.Asked> asked, Locale locale) {
        Counts.Group group = counts.of(trades);
        Part.Asked together =
                trades.stream().map(asked::get).reduce(Part.Asked::plus).orElseThrow();
        Part part = part(name, name, trades, group, together, locale);
        Part.Value named = new Part.Value(name, name, group.count(Dimension.PROGRAMME, name));
        return new Part(name, name, trades, part.resources(), part.counts(), List.of(), List.of(named), together);
    }

    private Part part(
            String id, String label, List<String> trades, Counts.Group group, Part.Asked asked, Locale locale) {
        Map<String, List<Part.Value>> counts = new LinkedHashMap<>();
        SHOWN.forEach(dimension -> counts.put(dimension.code(), values(dimension, group, locale)));
        return new Part(id, label, trades, group.records(), counts, List.of(), List.of(), asked);
    }

    private List<Part.Value> values(Dimension dimension, Counts.Group group, Locale locale) {
        return group.values(dimension).entrySet().stream()
                .map(each -> new Part.Value(each.getKey(), label(dimension, each.getKey(), locale), each.getValue()))
                .sorted(Comparator.comparingLong(Part.Value::resources)
                        .reversed()
                        .thenComparing(Part.Value::value))
                .toList();
    }

    String label(Dimension dimension, String value, Locale locale) {
        return value.equals(Fact.NONE) ? "–" : labelling.labels().of(dimension.code(), value, locale.getLanguage());
    }
}
