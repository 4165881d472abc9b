/**
 * What operators see and do: sources, runs, and how each item ended.
 * In: requests of an operator. Out: JSON, and wishes to the schedule. Nobody depends on this room.
 * Paths as the design names them; errors RFC 9457; lists page with opaque cursors.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "catalogue",
            "failure",
            "folder",
            "index",
            "life",
            "normalise",
            "paging",
            "problem",
            "resource",
            "run",
            "schedule",
            "search",
            "source",
            "trade"
        })
package be.vakoogst.operate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
