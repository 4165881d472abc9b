/**
 * Who may do what. Everything is closed unless a rule here opens it.
 * In: requests. Out: the same requests, with an operator behind them where one is needed, or 401/403 as problem details.
 * HTTP Basic (RFC 7617); errors RFC 9457.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
