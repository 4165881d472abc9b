/**
 * What every API here says when a parameter cannot be understood, or what is asked cannot be done.
 * In: the parameter's name and what is allowed. Out: 400 with problem details that name the parameter, or the member of the body; 404, 409, 413, 422, 429 or 503 with the reason.
 * RFC 9457.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
