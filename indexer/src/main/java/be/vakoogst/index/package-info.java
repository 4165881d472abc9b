/**
 * Carries every change of the catalogue into the search index, and makes that index anew beside the old one.
 * In: changes by number. Out: search documents in a versioned index behind an alias; rejected documents with id and reason.
 * Elasticsearch 8/9 or OpenSearch 3; settings and mapping in src/main/resources/index.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "catalogue", "language", "problem", "resource", "role", "trade"})
package be.vakoogst.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
