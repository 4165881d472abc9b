/**
 * The connector for repositories that speak OAI-PMH.
 * In: a base URL, a metadata format and sets. Out: one Item per record, whole as the list gives it; deletions; what could not be read.
 * OAI-PMH 2.0 with oai_dc (Dublin Core); LOM is read by the room lom.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"connector", "extract", "failure", "fetch", "lom", "resource", "source", "xml"})
package be.vakoogst.oai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
