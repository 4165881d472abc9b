/**
 * XML from outside: its characters, whatever was said of them, and a reader that pulls one element after the other.
 * In: bytes with a stated charset. Out: text, or XmlElements; no entity, DTD or external file is ever followed.
 * XML 1.0, RFC 7303; real documents break both.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"fetch"})
package be.vakoogst.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
