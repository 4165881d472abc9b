/**
 * The reading process: everything here runs apart from us, and may be killed at any moment.
 * In: on standard input the number, the path and the name of a document, and of the next. Out: on standard output, in the order in which they are
 * ready, each number with an Answer as JSON, behind its length.
 * Ends with its standard input, so that it never outlives the process that started it.
 */
@NullMarked
package be.vakoogst.document.process;

import org.jspecify.annotations.NullMarked;
