package be.vakoogst.operate.console;

/**
 * Who looks at a page.
 *
 * @param mayChange whether to offer what changes something
 * @param administers whether to offer what decides over accounts
 */
record Visitor(String name, boolean mayChange, boolean administers) {}
