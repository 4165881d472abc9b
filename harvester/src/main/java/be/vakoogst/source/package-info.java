/**
 * Sources as data: what an operator or a registration says about where to harvest.
 * In: config/sources/*.yml, or a text that is to become one. Out: Source records, and for each wrong file the line, key, value and what is allowed.
 * Form: config/sources/source.schema.json (JSON Schema 2020-12).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "resource"})
package be.vakoogst.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
