/**
 * Reads web pages: every vocabulary they speak, and their main text.
 * In: a fetched HTML body. Out: a RawRecord with the statements of JSON-LD, microdata, RDFa-lite, OpenGraph, Twitter, Dublin Core and plain HTML.
 * schema.org, JSON-LD 1.1 (subset), HTML microdata, RDFa Lite 1.1, ogp.me, DCMI, RFC 8288 link relations.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"extract", "failure", "fetch", "resource", "source"})
package be.vakoogst.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
