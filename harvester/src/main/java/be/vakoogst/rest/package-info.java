/**
 * The connector for listings in JSON or XML over HTTP, declared wholly in the YAML of a source.
 * In: paging, pointers to items and fields, credentials. Out: one Item per entry, with its detail where that is asked for.
 * JSON Pointer (RFC 6901), Link headers (RFC 8288), OAuth 2 client credentials (RFC 6749 section 4.4).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "fetch", "resource", "source", "xml"})
package be.vakoogst.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
