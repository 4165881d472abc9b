/**
 * The contract between the two modules: a normalised learning resource and its value types.
 * In: what normalising made of a publisher's statements. Out: what catalogue, index, search and republishing carry on.
 * Follows schema.org/LRMI and the AMB profile; the JSON-LD form is made in {@code republish}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
