/**
 * Everything that cannot be made again, in one file, and back from it.
 * In: the database as of one moment, and the sources. Out: a zip with a table a file and a manifest; from it, an empty database filled and brought up to date.
 * PostgreSQL COPY in CSV; the index, its positions and what is counted are made anew.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
