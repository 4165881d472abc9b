/**
 * A harvest run from discovery to conclusion, and its honest story.
 * In: an Order (source, mode, checkpoint). Out: accepted records, and for every item an ItemEnd with URL, stage and reason.
 * Spring Batch 6: a job instance per run, restartable.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "connector",
            "extract",
            "failure",
            "fetch",
            "life",
            "normalise",
            "resource",
            "source"
        })
package be.vakoogst.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
