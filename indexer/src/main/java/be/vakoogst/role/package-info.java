/**
 * Which part of the work a node does, so that one laptop runs all of it and many nodes share it.
 * In: the setting vakoogst.roles. Out: beans that exist only where their role is played.
 * Spring's conditions (org.springframework.context.annotation.Conditional).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
