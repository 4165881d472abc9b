/**
 * What publishers say becomes one LearningResource; every rule is one readable place.
 * In: the RawRecords of list and page, and the source's defaults. Out: a LearningResource whose fields name the statement that gave them, or why there is none.
 * schema.org/LRMI, AMB, BCP 47, ISO 8601, SPDX; vocabularies in config/vocabularies.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "resource", "source", "trade"})
package be.vakoogst.normalise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
