/**
 * What is wrong with records, by checks that an operator writes down.
 * In: config/quality.yml, the facts of records, where they stand at their sources, and whether their pictures come. Out: counts per source, their
 * course, lists and exports.
 * CSV by RFC 4180.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "coverage",
            "facts",
            "failure",
            "fetch",
            "life",
            "paging",
            "problem",
            "resource",
            "role",
            "sheet",
            "source"
        })
package be.vakoogst.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
