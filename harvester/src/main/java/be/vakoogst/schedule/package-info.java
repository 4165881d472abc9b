/**
 * When a source runs: by its cron, its interval or how often it changes, or because somebody asked; not while it is paused or closed. Exactly one
 * node runs a source at a time.
 * In: sources and wishes. Out: runs performed, each on a virtual thread of its own, so that a slow source holds up no other.
 * db-scheduler: one execution per source in the table scheduled_tasks; cron expressions are Spring's, with seconds and a zone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "resource", "role", "run", "source"})
package be.vakoogst.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
