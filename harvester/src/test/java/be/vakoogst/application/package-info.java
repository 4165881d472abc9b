/** The whole application for tests that ask it over HTTP: started once a test JVM, on the shared database and engine. */
@NullMarked
package be.vakoogst.application;

import org.jspecify.annotations.NullMarked;
