/**
 * The demo publishers: a small static site on a loopback port, so that a first start has something real to harvest.
 * In: the folder harvester/demo/site. Out: HTTP with validators, as any publisher's server.
 * RFC 9110 conditional requests, by Tomcat's default servlet.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package be.vakoogst.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
