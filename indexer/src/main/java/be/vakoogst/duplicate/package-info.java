/**
 * Which records are one work, and which of them is shown for all.
 * In: records as they are accepted and withdrawn, within the catalogue's transaction. Out: the records whose place changed; for each work all its offers.
 * MinHash (Broder 1997) with locality-sensitive hashing by bands (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"resource"})
package be.vakoogst.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
