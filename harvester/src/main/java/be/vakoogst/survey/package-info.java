/**
 * Finds out how an address may be harvested, for whoever has nothing but that address.
 * In: a URL of a feed, a site, a sitemap, a repository or an API. Out: the ways that really gave something, the best first, each with its ground; or, from one look, the best guess.
 * Every way is tried by the flow of a real run; feed autodiscovery, robots.txt, OAI-PMH Identify, the REST API of WordPress, lists in JSON and JSON-LD by their shape.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "failure", "fetch", "problem", "resource", "run", "source"})
package be.vakoogst.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
