package be.vakoogst.usage;

import java.time.LocalDate;
import java.util.List;

/**
 * Usage in a period.
 *
 * @param queries most asked first; what looked personal or is no query is counted under the empty one
 * @param withoutResult the queries that found nothing, most often first
 * @param resources most opened first
 */
record UsageReport(
        LocalDate from,
        LocalDate to,
        List<Day> days,
        List<ByQuery> queries,
        List<ByQuery> withoutResult,
        List<ByTrade> trades,
        List<ByResource> resources) {

    record Day(LocalDate day, long searches, long withoutResult, long clicks) {}

    record ByQuery(String query, long searches, long withoutResult, long clicks) {}

    record ByTrade(String trade, long searches, long withoutResult) {}

    record ByResource(String resourceId, long clicks) {}
}
