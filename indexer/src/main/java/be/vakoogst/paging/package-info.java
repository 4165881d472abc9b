/**
 * Places in long lists, so that a list can grow while it is read and no page is lost or doubled.
 * In: the number of the last entry shown. Out: text that means nothing to its reader, and back.
 * Keyset paging; base64url (RFC 4648 section 5).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package be.vakoogst.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
