package be.vakoogst.webhook;

import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.resource.ResourceJson;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a hook is told of one change.
 *
 * @param id of hook and change: the same at every attempt, so that who gets it twice can tell
 */
record Message(String id, byte[] body) {

    private static final String SECRET = "whsec_";
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    static Message of(Webhook hook, CatalogueRecord record) {
        ObjectNode json = ResourceJson.mapper().createObjectNode();
        json.put("type", record.passedOn().isPresent() ? "resource.changed" : "resource.gone");
        json.put("timestamp", record.lastChanged().toString());
        ObjectNode data = json.putObject("data");
        data.put("number", record.number().value());
        data.put("id", record.id().value());
        record.passedOn()
                .ifPresent(
                        resource -> data.set("resource", ResourceJson.mapper().valueToTree(resource)));
        return new Message(
                hook.id() + "-" + record.number().value(), json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return SECRET + Base64.getEncoder().encodeToString(bytes);
    }

    Map<String, String> headers(String secret, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + signature(secret, timestamp));
    }

    private String signature(String secret, String timestamp) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(SECRET.length())), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
