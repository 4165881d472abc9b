package be.vakoogst.coverage;

import be.vakoogst.facts.Dimension;
import be.vakoogst.facts.Fact;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** What there was, day by day: each hour that of the present day is written again, so that its last form stays. */
class Snapshots {

    static final String ALL = "all";

    private final Coverage coverage;
    private final SnapshotTable table;
    private final TransactionOperations transaction;

    Snapshots(Coverage coverage, SnapshotTable table, TransactionOperations transaction) {
        this.coverage = coverage;
        this.table = table;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void take() {
        LocalDate today = coverage.today();
        CoverageReport report = coverage.report(new Period(today, today), Locale.ENGLISH);
        transaction.executeWithoutResult(status -> {
            if (table.alone()) {
                table.replace(today, rows(report));
            }
        });
    }

    private static List<SnapshotTable.Row> rows(CoverageReport report) {
        Stream<SnapshotTable.Row> unfiled = Stream.of(
                new SnapshotTable.Row(Snapshot.EVERYTHING, Dimension.TRADE.code(), Fact.NONE, report.withoutTrade()));
        return Stream.concat(
                        unfiled,
                        Stream.concat(Stream.of(report.all()), report.trades().stream())
                                .flatMap(Snapshots::rows))
                .toList();
    }

    private static Stream<SnapshotTable.Row> rows(Part part) {
        String trade = part.trades().isEmpty() ? Snapshot.EVERYTHING : part.id();
        Stream<SnapshotTable.Row> total = Stream.of(new SnapshotTable.Row(trade, ALL, "", part.resources()));
        Stream<SnapshotTable.Row> counts = part.counts().entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(value -> new SnapshotTable.Row(trade, each.getKey(), value.value(), value.resources())));
        Stream<SnapshotTable.Row> subjects = part.subjects().stream()
                .map(value -> new SnapshotTable.Row(trade, Dimension.SUBJECT.code(), value.value(), value.resources()));
        return Stream.of(total, counts, subjects).flatMap(each -> each);
    }

    /** How many resources there were of each value, by day and value; of {@link #ALL} one value only. */
    List<SnapshotTable.Point> history(String trade, String dimension, Period period) {
        return table.history(trade, dimension, period);
    }

    /** What there was at the end of a month, or on its last day that is known; empty where none is. */
    Optional<Snapshot> endOf(YearMonth month) {
        return table.lastDay(Period.of(month)).map(table::of);
    }

    /** Of which there is something, the latest first. */
    List<YearMonth> months() {
        return table.months();
    }
}
