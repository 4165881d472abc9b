/**
 * How a publisher's content stands with us: what became of each item, what is wrong or missing, how that goes over time, and how it is used.
 * In: a source, and the runs, lives, records and counts of it. Out: its Standing, its items and problems, in the words of codes that have a message each.
 * CSV as RFC 4180 has it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"catalogue", "failure", "life", "resource", "run", "schedule", "source", "usage"})
package be.vakoogst.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
