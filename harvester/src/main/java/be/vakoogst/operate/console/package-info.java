/**
 * The operators' console: pages that work without JavaScript and stay fresh with it.
 * In: requests of a browser that is signed in. Out: HTML; what is changed goes through the same doors as the API.
 * Thymeleaf templates in templates/operate; htmx and server-sent events keep a run's page live.
 */
@NullMarked
package be.vakoogst.operate.console;

import org.jspecify.annotations.NullMarked;
