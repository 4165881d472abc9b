/**
 * A whole Vakoogst for tests: in a process of its own that can be killed, and its API as an operator asks it.
 * In: a configuration folder and the tests' database and engine. Out: JSON.
 */
@NullMarked
package be.vakoogst.serving;

import org.jspecify.annotations.NullMarked;
