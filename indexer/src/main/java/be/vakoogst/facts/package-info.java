/**
 * What can be counted of each record, kept beside the catalogue so that reports need not read whole records.
 * In: changes by number. Out: per record its facts ("type:video", "licence:none", "subject:dakbedekking"), counts of them, and the records behind a count.
 * Follows the sequence of changes as the index does, and is made anew when the vocabulary or the rules here change.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "language", "resource", "role", "trade"})
package be.vakoogst.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
