package be.vakoogst.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a resource: 32 hexadecimal digits, safe in a URL, the same for the same item of the same source for ever. */
public record ResourceId(@JsonValue String value) {

    private static final int DIGITS = 32;

    @JsonCreator
    public ResourceId {
        if (value.length() != DIGITS || !value.chars().allMatch(ResourceId::isDigit)) {
            throw new IllegalArgumentException("A resource id is 32 hexadecimal digits, not: " + value);
        }
    }

    /**
     * The id of an item.
     *
     * @param itemKey what names the item within its source for ever (a feed's guid, an OAI identifier, else its URL)
     */
    public static ResourceId of(SourceId source, String itemKey) {
        byte[] digest = sha256().digest((source.value() + "\n" + itemKey).getBytes(StandardCharsets.UTF_8));
        return new ResourceId(HexFormat.of().formatHex(digest, 0, 16));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
