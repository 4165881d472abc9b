/**
 * Hears of changes from who makes them, so that nobody has to wait for the next run.
 * In: WebSub notices of hubs, pings and records of partners with a key. Out: runs at once; records on a shelf that the folder connector reads.
 * WebSub (W3C Recommendation 2018); Idempotency-Key (draft-ietf-httpapi-idempotency-key-header); AMB and schema.org as JSON.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "failure",
            "feed",
            "fetch",
            "folder",
            "life",
            "problem",
            "resource",
            "role",
            "run",
            "schedule",
            "source"
        })
package be.vakoogst.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
