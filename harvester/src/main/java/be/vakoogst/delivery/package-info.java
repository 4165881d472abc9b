/**
 * What waits in a table until it is handed over: tried again, ever later, and given up after a while.
 * In: rows that others write within their transactions. Out: those whose turn it is, the oldest first, for one node only.
 * Columns made_at, not_before, attempts, sent_at, last_error; at least once, as a node may end between handing over and noting it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
