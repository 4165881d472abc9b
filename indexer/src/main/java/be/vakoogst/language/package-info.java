/**
 * Words as they are searched: what a text's words are compared by, in Dutch first.
 * In: a text and the known words of config/vocabularies. Out: per word its stem and looser readings (parts of compounds, verbs behind nouns).
 * Dutch spelling of open and closed syllables: Woordenlijst Nederlandse Taal (Taalunie), Leidraad 1 to 5; UAX 29 in spirit for word borders.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"trade"})
package be.vakoogst.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
