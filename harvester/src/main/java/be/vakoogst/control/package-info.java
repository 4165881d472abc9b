/**
 * Whether somebody controls a site: what only they can put there stands there.
 * In: a site's address and a token. Out: the way by which it was found, if it was: a meta element on the front page, a file, a TXT record in DNS.
 * As RFC 8615 (/.well-known) and RFC 1464 have it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"fetch", "resource", "source"})
package be.vakoogst.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
