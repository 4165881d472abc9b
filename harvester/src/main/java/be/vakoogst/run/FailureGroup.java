package be.vakoogst.run;

import java.net.URI;

/**
 * What went wrong in a run in the same way.
 *
 * @param lost whether it cost the item; else only its page, while the list still gave a record
 * @param count how many items
 * @param example the address of one of them
 * @param detail the facts of one of them
 */
public record FailureGroup(String stage, String reason, boolean lost, int count, URI example, String detail) {}
