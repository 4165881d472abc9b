/**
 * Reads documents that are no pages: PDF, Office, ODF, EPUB, RTF, text, images and sound by their metadata, H5P, SCORM, Common Cartridge, zipped dossiers.
 * In: a fetched body. Out: a RawRecord of what its properties, headings, text and manifests say; or why it cannot be read, in a process of its own.
 * Apache Tika 3.3; H5P specification 1.27; SCORM 1.2 and 2004, IMS Content Packaging 1.2, IMS Common Cartridge 1.3.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"extract", "failure", "fetch", "lom", "resource", "source", "xml"})
package be.vakoogst.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
