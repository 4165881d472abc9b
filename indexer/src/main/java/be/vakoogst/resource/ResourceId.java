package be.vakoogst.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The identity of a resource: 32 hexadecimal digits, safe in a URL, the same for the same item of the same source for ever. */
public record ResourceId(@JsonValue String value) {

    private static final int DIGITS = 32;

    @JsonCreator
    public ResourceId {
        if (value.length() != DIGITS || !areDigits(value)) {
            throw new IllegalArgumentException("A resource id is 32 hexadecimal digits, not: " + value);
        }
    }

    /**
     * The id of an item.
     *
     * @param itemKey what names the item within its source for ever (a feed's guid, an OAI identifier, else its URL)
     */
    public static ResourceId of(SourceId source, String itemKey) {
        return new ResourceId(Digest.of(source.value() + "\n" + itemKey).hex(DIGITS / 2));
    }

    private static boolean areDigits(String value) {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if ((character < '0' || character > '9') && (character < 'a' || character > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
