/**
 * The connector for a page that lists items, where CSS selectors say what is what.
 * In: the page and its selectors. Out: one Item per entry, page after page.
 * Selectors as jsoup knows them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "fetch", "resource", "source"})
package be.vakoogst.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
