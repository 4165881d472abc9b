package be.vakoogst.catalogue;

import be.vakoogst.resource.ResourceId;
import java.time.Instant;

/**
 * That an operator keeps a record out of every output, whatever harvests bring.
 *
 * @param withdrawn nothing of it is kept, and nothing is taken in; else it is harvested on, and can be shown again as it is then
 * @param by who said it
 * @param why in their own words; told to who asks for the record
 */
public record Hiding(ResourceId resource, boolean withdrawn, String by, Instant at, String why) {

    /** As it is told in place of the record. */
    String reason() {
        return "by an operator: " + why;
    }
}
