/**
 * What people changed, so that every decision has a name and a date and can be looked up and undone.
 * In: an action, its subject, and how that was before and after. Out: entries, the latest first.
 * Written in the caller's transaction; the actor is the user behind the current HTTP request.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"retention"})
package be.vakoogst.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
