package be.vakoogst.extract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a list says of an item, in 32 hexadecimal digits; its place within the list does not count. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Optional<URI> address, List<Statement> statements) {
        MessageDigest digest = sha256();
        address.ifPresent(link -> add(digest, link.toString()));
        for (Statement statement : statements) {
            add(digest, statement.field().name());
            add(digest, statement.value().toString());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
