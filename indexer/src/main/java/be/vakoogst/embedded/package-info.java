/**
 * The parts that a laptop runs by itself: the data folder, an embedded PostgreSQL and an embedded search engine, and their life and death.
 * In: a folder and the addresses of the parts that stand elsewhere. Out: Spring properties for both parts; processes that never outlive us.
 * PostgreSQL 18 (postmaster.pid, shutdown by signals); OpenSearch 3.8 as carried in {@code engine/vakoogst-engine.zip}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
