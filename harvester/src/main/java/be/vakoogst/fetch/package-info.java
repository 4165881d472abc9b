/**
 * The good guest: everything that goes over HTTP to a publisher goes through here.
 * In: a FetchRequest (URL, validators, politeness). Out: Fetched, a body with its validators, or why not.
 * RFC 9110, RFC 9111, RFC 9309 (robots.txt), RFC 6585 (429); SSRF guard on every connection.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"failure", "resource", "source"})
package be.vakoogst.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
