package be.vakoogst.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How many shown records hold which fact, by the trades that they are filed under together: so groups of trades can be added up without counting twice. */
public final class Counts {

    private final List<Row> rows;

    Counts(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One count.
     *
     * @param trades all the trades of these records
     * @param fact empty: all of them
     */
    record Row(List<String> trades, Optional<Fact> fact, long records) {}

    /** Of all records. */
    public Group all() {
        return group(trades -> true);
    }

    /** Of the records that are filed under one of these trades or more. */
    public Group of(Collection<String> trades) {
        return group(filed -> !Collections.disjoint(filed, trades));
    }

    private Group group(Predicate<List<String>> wanted) {
        Map<Dimension, Map<String, Long>> values = new EnumMap<>(Dimension.class);
        long total = 0;
        for (Row row : rows) {
            if (wanted.test(row.trades())) {
                total += row.fact().isEmpty() ? row.records() : 0;
                row.fact()
                        .ifPresent(fact -> values.computeIfAbsent(fact.dimension(), any -> new TreeMap<>())
                                .merge(fact.value(), row.records(), Long::sum));
            }
        }
        return new Group(total, values);
    }

    /**
     * Counts of some records.
     *
     * @param values by dimension; a record may count under several values of one
     */
    public record Group(long records, Map<Dimension, Map<String, Long>> values) {

        public Map<String, Long> values(Dimension dimension) {
            return values.getOrDefault(dimension, Map.of());
        }

        public long count(Dimension dimension, String value) {
            return values(dimension).getOrDefault(value, 0L);
        }
    }
}
