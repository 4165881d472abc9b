package be.vakoogst.feed;

import be.vakoogst.extract.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What an entry says, in 32 hexadecimal digits; its place within the feed does not count. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(FeedEntry entry) {
        MessageDigest digest = sha256();
        entry.link().ifPresent(link -> add(digest, link.toString()));
        for (Statement statement : entry.statements()) {
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
