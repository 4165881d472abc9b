/**
 * What our sheets have in common, whoever writes them.
 * In: texts that others wrote. Out: cells that no spreadsheet calculates.
 * OWASP, CSV Injection.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
