/**
 * How much one visitor may ask of us, and how much they may send.
 * In: requests by address. Out: the same requests, or 429 with Retry-After, 411 or 413.
 * RFC 6585 section 4; draft-ietf-httpapi-ratelimit-headers-10; per node and in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"resource"})
package be.vakoogst.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
