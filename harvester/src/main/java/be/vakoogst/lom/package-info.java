/**
 * Reads learning object metadata, wherever it stands: in a repository's record or in the manifest of a course.
 * In: a LOM element. Out: statements.
 * IEEE 1484.12.1 LOM with its XML bindings of IEEE and IMS 1.2, NL-LOM; vCard (RFC 6350) for names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"extract", "resource", "xml"})
package be.vakoogst.lom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
