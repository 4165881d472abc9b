/**
 * Whether it works: what there is per trade and studierichting, against what is searched for, and where the gaps are.
 * In: the facts of records, searches and clicks. Out: a report as JSON, CSV and pages, each figure with the records behind it; one kept per day.
 * CSV by RFC 4180.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"facts", "paging", "problem", "resource", "search", "sheet", "source", "trade", "usage"})
package be.vakoogst.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
