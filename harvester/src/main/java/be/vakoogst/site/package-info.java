/**
 * The connector for sites without feed or sitemap: a bounded crawl.
 * In: a page to begin at, patterns, depth and count. Out: one Item per wanted page, its page already read.
 * RFC 3986 normalisation, rel=canonical (RFC 6596), robots meta; traps such as calendars and session ids are cut off.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "fetch", "resource", "source"})
package be.vakoogst.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
