/** The search engine of the tests: one a JVM, the embedded one or the server that {@code VAKOOGST_SEARCH_URL} names. */
@NullMarked
package be.vakoogst.node;

import org.jspecify.annotations.NullMarked;
