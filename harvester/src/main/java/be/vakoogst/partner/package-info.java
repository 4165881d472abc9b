/**
 * Content partners join with one URL, see what is made of it, and keep hold of it.
 * In: an address, later a registration and what becomes of it. Out: a preview by the flow of a real run, a source once approved, mails, the partner's page.
 * Nobody depends on this room.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "catalogue",
            "control",
            "failure",
            "limit",
            "folder",
            "life",
            "mail",
            "paging",
            "problem",
            "push",
            "resource",
            "retention",
            "run",
            "schedule",
            "sheet",
            "source",
            "standing",
            "survey",
            "trade"
        })
package be.vakoogst.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
