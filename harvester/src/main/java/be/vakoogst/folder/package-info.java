/**
 * The connector for partners without a website: a folder or zip of documents with a sheet that describes them.
 * In: files and a CSV or JSON sheet. Out: one Item per row or file, its document already read.
 * CSV (RFC 4180); nothing outside the folder is ever touched.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "extract", "failure", "fetch", "resource", "source", "xml"})
package be.vakoogst.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
