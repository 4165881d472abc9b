package be.vakoogst.run;

import be.vakoogst.catalogue.Payload;
import be.vakoogst.connector.Item;
import be.vakoogst.resource.ResourceJson;

/** What a list said of an item, kept as JSON, so that it can be normalised again without asking the publisher. */
final class ListedPayload {

    private static final String PART = "listing";

    private ListedPayload() {}

    static Payload of(Item item) {
        byte[] json = ResourceJson.complete().writeValueAsBytes(item);
        return new Payload(PART, item.listed().url(), "application/json", json);
    }

    /** The item as it was listed. */
    static Item read(Payload payload) {
        return ResourceJson.complete().readValue(payload.content(), Item.class);
    }
}
