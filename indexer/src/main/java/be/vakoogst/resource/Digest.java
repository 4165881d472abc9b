package be.vakoogst.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is added to it: by it, items, contents and secrets are told apart. Its result can be taken once. For one thread. */
public final class Digest {

    /** Of all of it. */
    public static final int WHOLE = 32;

    private final MessageDigest sha256;

    public Digest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static Digest of(String text) {
        return new Digest().add(text);
    }

    /** As UTF-8. */
    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Digest add(byte... bytes) {
        sha256.update(bytes);
        return this;
    }

    public byte[] bytes() {
        return sha256.digest();
    }

    /** @param bytes its first ones, at most {@link #WHOLE}; each is two digits */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(sha256.digest(), 0, bytes);
    }
}
