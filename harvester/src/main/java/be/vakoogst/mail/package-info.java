/**
 * Mails to people: written in the transaction of what they tell, and sent from the database until one goes through.
 * In: a recipient and a text. Out: a mail by the server of {@code spring.mail}; it waits while there is none.
 * Plain text; each is sent by one node only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"delivery", "resource", "retention"})
package be.vakoogst.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
