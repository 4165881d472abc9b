/** A real browser for tests of pages; where there is none, scripts/test says so. */
@NullMarked
package be.vakoogst.browser;

import org.jspecify.annotations.NullMarked;
