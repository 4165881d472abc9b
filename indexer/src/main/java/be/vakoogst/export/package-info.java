/**
 * The whole catalogue at once, and what changed since, for whoever keeps a copy.
 * In: the catalogue as of one change number. Out: a packed file of JSON lines, and pages of changes that go on from there.
 * JSON Lines; gzip (RFC 1952); range requests (RFC 9110).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "problem", "resource", "role"})
package be.vakoogst.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
