/**
 * Lets other sites show what was harvested: one resource by its address, or the newest of a trade or a search by one script tag.
 * In: the address of a resource's page, or the parameters of a search. Out: oEmbed answers, a page for frames, the widget and the page that hands it out.
 * oEmbed 1.0; custom elements' shadow DOM (DOM, section 4.8); WCAG 2.2.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "problem", "resource", "role", "search", "trade"})
package be.vakoogst.embed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
