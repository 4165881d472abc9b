/**
 * Finds resources: queries, facets, suggestions; the public API and the search page.
 * In: words and filters. Out: hits with highlights as offsets, facets, problem details naming the wrong parameter.
 * RFC 9457 (problem+json); Elasticsearch query DSL.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "catalogue",
            "index",
            "language",
            "limit",
            "problem",
            "report",
            "resource",
            "role",
            "trade",
            "usage"
        })
package be.vakoogst.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
