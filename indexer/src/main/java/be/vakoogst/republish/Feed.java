package be.vakoogst.republish;

/**
 * A feed of finds.
 *
 * @param name of who gives it
 * @param base this instance's address, without a slash at its end
 * @param self the feed's own address
 * @param page where people see the same
 */
record Feed(String name, String title, String base, String self, String page) {}
