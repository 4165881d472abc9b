/**
 * What machines that watch are told: how far queue and index are behind, and whether each role of this node can do its work.
 * In: the state of the other rooms. Out: gauges for Prometheus and OpenTelemetry, contributors to /actuator/health.
 * Each room counts its own events; only what must be asked for is asked here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "index", "life", "mail", "role", "run", "schedule"})
package be.vakoogst.observe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
