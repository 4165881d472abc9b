/**
 * The connector for feeds: RSS, Atom and JSON Feed, with their extensions and pages.
 * In: a feed's URL, or a page that names its feed. Out: one Item per entry, tombstones, and what could not be read.
 * RSS 0.9x–2.0, Atom (RFC 4287) and 0.3, JSON Feed 1.1, RFC 5005 paging, RFC 6721 tombstones, Media RSS, iTunes, Dublin Core.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "fetch", "resource", "source", "xml"})
package be.vakoogst.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
