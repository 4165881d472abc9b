package be.vakoogst.coverage;

import be.vakoogst.facts.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What there is and what is asked.
 *
 * @param at when it was counted
 * @param from the first day whose searches and clicks count
 * @param progress whether all changes are in
 * @param withoutTrade resources that are filed under no trade
 */
record CoverageReport(
        Instant at,
        LocalDate from,
        LocalDate to,
        Facts.Progress progress,
        Part all,
        long withoutTrade,
        List<Part> trades,
        List<Part> programmes,
        List<Gap> gaps) {

    Optional<Part> trade(String id) {
        return trades.stream().filter(part -> part.id().equals(id)).findFirst();
    }
}
