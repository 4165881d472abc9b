package be.vakoogst.run;

import be.vakoogst.catalogue.Payload;
import be.vakoogst.connector.Item;
import be.vakoogst.resource.ResourceJson;
import java.util.List;
import java.util.Optional;

/** What a list said of an item, kept as JSON, so that it can be normalised again without asking the publisher. */
final class ListedPayload {

    private static final String PART = "listing";

    private ListedPayload() {}

    static Payload of(Item item) {
        byte[] json = ResourceJson.complete().writeValueAsBytes(item);
        return new Payload(PART, item.listed().url(), "application/json", json);
    }

    /** The item as it was listed, from all that is kept of it. */
    static Optional<Item> in(List<Payload> kept) {
        return kept.stream()
                .filter(payload -> payload.part().equals(PART))
                .findFirst()
                .map(ListedPayload::read);
    }

    static Item read(Payload payload) {
        return ResourceJson.complete().readValue(payload.content(), Item.class);
    }

    static String text(Item item) {
        return ResourceJson.complete().writeValueAsString(item);
    }

    static Item read(String text) {
        return ResourceJson.complete().readValue(text, Item.class);
    }
}
