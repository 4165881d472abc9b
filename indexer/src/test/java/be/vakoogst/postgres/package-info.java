/** The database of the tests: one embedded PostgreSQL a JVM, emptied between tests. */
@NullMarked
package be.vakoogst.postgres;

import org.jspecify.annotations.NullMarked;
