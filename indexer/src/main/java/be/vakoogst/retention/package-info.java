/**
 * What is kept about people goes: after its time by itself, and at once when somebody asks.
 * In: the rooms that keep something, and how long the operator wants it. Out: nothing that is older; what is held on one mail address, or its end.
 * GDPR art. 5(1)(e), 15 and 17.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "resource"})
package be.vakoogst.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
