/**
 * Tells a publisher what is read from one page or piece of markup, before anything is registered.
 * In: a URL or pasted markup. Out: each field with its value and the statement it came from, what is missing, what that costs and how to mend it.
 * By the flow of a real run; schema.org, OpenGraph, Dublin Core and the like as {@code page} reads them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "extract",
            "failure",
            "fetch",
            "problem",
            "resource",
            "run",
            "source",
            "standing",
            "survey"
        })
package be.vakoogst.validate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
