package be.vakoogst.webhook;

import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a hook is told of one change.
 *
 * @param id of hook and change: the same at every attempt, so that who gets it twice can tell
 */
record Message(String id, String body) {

    private static final int SECRET_BYTES = 32;

    /** @param passedOn what of the record is for this hook; empty where it is gone, be it only from the trade that the hook follows */
    static Message of(Webhook hook, CatalogueRecord record, Optional<LearningResource> passedOn) {
        ObjectNode json = ResourceJson.mapper().createObjectNode();
        json.put("type", passedOn.isPresent() ? "resource.changed" : "resource.gone");
        json.put("timestamp", record.lastChanged().toString());
        ObjectNode data = json.putObject("data");
        data.put("number", record.number().value());
        data.put("id", record.id().value());
        passedOn.ifPresent(
                resource -> data.set("resource", ResourceJson.mapper().valueToTree(resource)));
        return new Message(hook.id() + "-" + record.number().value(), json.toString());
    }

    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Signature.ENCODED + Base64.getEncoder().encodeToString(bytes);
    }

    Map<String, String> headers(String secret, Instant now) {
        return Signature.headers(id, now, body, secret);
    }
}
