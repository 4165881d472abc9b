/**
 * The life of records at their source: whether each is still there, and what has to happen when it is not.
 * In: what runs found gone, answers to polite link checks, decisions of operators. Out: states with reasons, removals that may wait, be confirmed, refused and undone.
 * RFC 9110 (404, 410, 301, 308); soft 404s found by probing, as Bar-Yossef and others (WWW 2004) did.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "failure", "fetch", "normalise", "resource", "role", "source"})
package be.vakoogst.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
