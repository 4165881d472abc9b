/**
 * The connector for partners without a website: a folder or zip of documents with a sheet that describes them.
 * In: files and a CSV, JSON or Excel sheet, in a folder or uploaded. Out: one Item per row or file, its document already read; what was uploaded is published here too.
 * CSV (RFC 4180), XLSX (ECMA-376), multipart/form-data (RFC 7578); nothing outside the folder is ever touched.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "connector",
            "extract",
            "failure",
            "fetch",
            "life",
            "limit",
            "problem",
            "resource",
            "source",
            "xml"
        })
package be.vakoogst.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
