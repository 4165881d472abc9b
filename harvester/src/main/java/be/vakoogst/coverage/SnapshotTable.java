package be.vakoogst.coverage;

import be.vakoogst.facts.Counts;
import be.vakoogst.facts.Dimension;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kept counts in the database. */
class SnapshotTable {

    /** "covers" in ASCII: one node writes at a time. */
    private static final long LOCK = 0x636f76657273L;

    private final JdbcClient database;

    SnapshotTable(JdbcClient database) {
        this.database = database;
    }

    /** @param trade empty: of all records */
    record Row(String trade, String dimension, String value, long resources) {}

    /** One point of a course; what templates call is public. */
    public record Point(LocalDate day, String value, long resources) {}

    /** Whether nobody else writes until the transaction ends. */
    boolean alone() {
        return database.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    void replace(LocalDate day, List<Row> rows) {
        database.sql("delete from coverage_snapshot where day = ?").param(day).update();
        database.sql("""
                        insert into coverage_snapshot (day, trade, dimension, value, resources)
                        select :day, trade, dimension, value, resources
                        from unnest(:trades::text[], :dimensions::text[], :values::text[], :counts::bigint[])
                            as row (trade, dimension, value, resources)
                        """)
                .param("day", day)
                .param("trades", texts(rows, Row::trade))
                .param("dimensions", texts(rows, Row::dimension))
                .param("values", texts(rows, Row::value))
                .param("counts", rows.stream().mapToLong(Row::resources).boxed().toArray(Long[]::new))
                .update();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    List<Point> history(String trade, String dimension, Period period) {
        return database.sql("""
                        select day, value, resources from coverage_snapshot
                        where trade = :trade and dimension = :dimension and day between :from and :to order by day, value
                        """)
                .param("trade", trade)
                .param("dimension", dimension)
                .param("from", period.from())
                .param("to", period.to())
                .query(Point.class)
                .list();
    }

    Optional<LocalDate> lastDay(Period period) {
        return database.sql("select max(day) from coverage_snapshot where day between :from and :to")
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    Snapshot of(LocalDate day) {
        Map<String, List<Row>> byTrade = database
                .sql("select trade, dimension, value, resources from coverage_snapshot where day = ?")
                .param(day)
                .query(Row.class)
                .stream()
                .collect(Collectors.groupingBy(Row::trade));
        return new Snapshot(
                day,
                byTrade.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> group(each.getValue()))));
    }

    /** What was counted by a dimension that there no longer is, is left out. */
    private static Counts.Group group(List<Row> rows) {
        Map<Dimension, Map<String, Long>> values = new EnumMap<>(Dimension.class);
        rows.forEach(row -> Dimension.named(row.dimension())
                .ifPresent(dimension -> values.computeIfAbsent(dimension, any -> new TreeMap<>())
                        .put(row.value(), row.resources())));
        long all = rows.stream()
                .filter(row -> row.dimension().equals(Snapshots.ALL))
                .mapToLong(Row::resources)
                .sum();
        return new Counts.Group(all, values);
    }

    List<YearMonth> months() {
        return database.sql("select distinct date_trunc('month', day)::date from coverage_snapshot order by 1 desc")
                .query((row, number) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list();
    }
}
