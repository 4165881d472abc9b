/**
 * Hands everything on that was harvested, so that any front-end or repository can take it from here.
 * In: the catalogue, in the order of its changes. Out: OAI-PMH, sitemaps and pages with JSON-LD; what was withdrawn is said to be.
 * OAI-PMH 2.0; oai_dc, IEEE LOM, AMB; sitemaps.org 0.9.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "problem", "resource", "role", "search", "trade", "usage"})
package be.vakoogst.republish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
