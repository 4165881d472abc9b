/**
 * Reads players and immersive content: in the HTML of pages, and in the answers of oEmbed addresses.
 * In: a page, or an oEmbed answer. Out: statements of embed addresses, durations, captions, and that something is XR.
 * oEmbed 1.0; HTML section 4.8 (media, track); WebXR Device API; glTF 2.0, USDZ; the embed addresses of YouTube and Vimeo.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"extract", "failure", "fetch", "page", "resource", "source"})
package be.vakoogst.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
