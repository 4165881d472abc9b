/**
 * The command line: scripts/vakoogst.
 * In: arguments and the environment. Out: what was asked for on stdout, errors on stderr, and an exit code: 0, 1 when something failed, 2 for wrong use.
 * A dry run and the checks start no Spring, database or engine; everything else goes through the HTTP API of the instance that owns the data folder.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "backup",
            "catalogue",
            "connector",
            "demo",
            "document",
            "embedded",
            "extract",
            "failure",
            "feed",
            "fetch",
            "folder",
            "life",
            "listing",
            "normalise",
            "oai",
            "page",
            "resource",
            "rest",
            "role",
            "run",
            "search",
            "site",
            "sitemap",
            "source",
            "survey",
            "trade",
            "video",
            "xml"
        })
package be.vakoogst.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
