/**
 * The connector for repositories that speak OAI-PMH.
 * In: a base URL, a metadata format and sets. Out: one Item per record, whole as the list gives it; deletions; what could not be read.
 * OAI-PMH 2.0; oai_dc (Dublin Core), IEEE 1484.12.1 LOM and NL-LOM with their XML bindings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "fetch", "resource", "source", "xml"})
package be.vakoogst.oai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
