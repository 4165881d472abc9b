/**
 * What readers say is wrong with a resource.
 * In: a reason and a remark. Out: the open reports, for operators to deal with and close.
 * Kept without anything that tells who reported; RFC 9457 for errors.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "catalogue", "problem", "resource", "retention"})
package be.vakoogst.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
