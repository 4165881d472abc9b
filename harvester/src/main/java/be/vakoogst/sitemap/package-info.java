/**
 * The connector for sites that list their pages in sitemaps.
 * In: a sitemap, an index of sitemaps, or a site. Out: one Item per page, with what image, video and news extensions say of it.
 * sitemaps.org protocol 0.9 with its extensions; lastmod is believed only where it differs between pages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "fetch", "resource", "source", "xml"})
package be.vakoogst.sitemap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
