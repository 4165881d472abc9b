/**
 * What people search for and open, as counts per day, query and trade; nothing that tells who.
 * In: a search with how much it found; a view of a resource, a click on it. Out: the counts for operators and partners; what was opened after a query, for the ranking.
 * GDPR art. 5(1)(c): no address, no session, no time finer than a day; queries that look personal are counted without their words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "retention", "role"})
package be.vakoogst.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
