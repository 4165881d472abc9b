/**
 * Who may do what. Everything is closed unless a rule in {@code AccessConfiguration} opens it.
 * In: requests with a session, HTTP Basic or a bearer token. Out: the same requests with a user and a role behind them, or 401/403 as problem details.
 * HTTP Basic (RFC 7617), bearer tokens (RFC 6750), OpenID Connect 1.0 where configured; errors RFC 9457.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "limit", "paging", "problem", "resource"})
package be.vakoogst.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
