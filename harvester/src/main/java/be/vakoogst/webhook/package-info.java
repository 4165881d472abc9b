/**
 * Tells other systems of changes as they happen, by their own addresses.
 * In: the catalogue's changes by number. Out: one signed message per change, in order, with an id that is the same at every attempt.
 * Standard Webhooks 1.0 (headers, signature); HMAC-SHA256 (RFC 2104).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "catalogue", "failure", "fetch", "problem", "resource", "trade"})
package be.vakoogst.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
