package be.vakoogst.connector;

/** What names an item within its source for ever: a feed's guid, an OAI identifier, else its URL. */
public record ItemKey(String value) {

    public ItemKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An item key is not blank");
        }
    }
}
