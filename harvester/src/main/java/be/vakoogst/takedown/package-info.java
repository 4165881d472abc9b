/**
 * Anybody may ask that something be taken down, an operator decides, and what is taken down does not come back.
 * In: an address, a reason and who asks. Out: mails, and records barred from the catalogue.
 * Regulation (EU) 2022/2065 (DSA) art. 16 and 17: notices, confirmation of receipt, a reasoned decision; GDPR art. 17.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"audit", "catalogue", "life", "limit", "mail", "problem", "resource", "retention"})
package be.vakoogst.takedown;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
