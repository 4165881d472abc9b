package be.vakoogst.coverage;

import be.vakoogst.facts.Counts;
import java.time.LocalDate;
import java.util.Map;

/**
 * What there was at the end of a day.
 *
 * @param groups by trade; of all records under the empty one
 */
record Snapshot(LocalDate day, Map<String, Counts.Group> groups) {

    static final String EVERYTHING = "";

    Counts.Group all() {
        return trade(EVERYTHING);
    }

    /** Nothing where the trade was not there yet. */
    Counts.Group trade(String id) {
        return groups.getOrDefault(id, new Counts.Group(0, Map.of()));
    }
}
