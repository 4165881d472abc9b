/**
 * The truth: every record, its payloads, and the sequence of changes; the index can be made anew from it.
 * In: Submissions within the caller's transaction. Out: Changes in an order that no reader can miss, and records by id.
 * PostgreSQL; schema in db/migration; records as ResourceJson.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"duplicate", "resource"})
package be.vakoogst.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
