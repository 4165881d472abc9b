/**
 * What went wrong with something from outside, as data: it is stored with the item and shown as it is.
 * In: the facts at the place of the fault. Out: a Failure of URL, stage, reason and detail, with a sentence and advice per reason in nl, fr and en.
 * Sentences stand in {@code messages_*.properties} under {@code failure.REASON}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"resource"})
package be.vakoogst.failure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
