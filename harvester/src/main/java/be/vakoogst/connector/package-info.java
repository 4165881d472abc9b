/**
 * The seam between a run and the kinds of sources: one connector per kind.
 * In: a Discovery (source, checkpoint, what is remembered of its listing). Out: a lazy stream of Discovered: items, withdrawals, failures.
 * Each connector is a room of its own: feed, sitemap, oai, rest, folder.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"extract", "failure", "fetch", "resource", "source"})
package be.vakoogst.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
