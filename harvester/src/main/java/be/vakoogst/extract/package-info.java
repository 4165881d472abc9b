/**
 * Which extractor reads what, and the form of what it read: statements, not yet judged.
 * In: a fetched body. Out: a RawRecord, each field with its value, syntax and place.
 * Extractors are rooms of their own (page, document, video).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"failure", "fetch", "resource", "source"})
package be.vakoogst.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
