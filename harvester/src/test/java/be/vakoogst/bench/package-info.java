/**
 * Measures, for scripts/bench: what Vakoogst does in a second beside the least that anyone would have to do for the same bytes.
 * In: a generated site of its own → out: a table of rates and ratios. Not a test: nothing here passes or fails.
 */
package be.vakoogst.bench;
