package be.vakoogst.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Standard Webhooks 1.0 has it, so that receivers can check them with a library. */
public final class Signature {

    /** What secrets of that specification begin with, when their bytes follow in Base64. */
    static final String ENCODED = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * The headers of a message in JSON.
     *
     * @param secret as it is, or {@code whsec_} and its bytes in Base64
     */
    public static Map<String, String> headers(String id, Instant now, String body, String secret) {
        long timestamp = now.getEpochSecond();
        return Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                of(id, timestamp, body, secret));
    }

    /**
     * The header {@code webhook-signature}.
     *
     * @param timestamp in seconds since 1970
     */
    public static String of(String id, long timestamp, String body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            byte[] digest = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}
