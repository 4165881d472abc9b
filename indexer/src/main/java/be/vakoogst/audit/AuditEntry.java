package be.vakoogst.audit;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One change that a person made.
 *
 * @param id rises with time
 * @param actor the user's name, or {@link Audit#NOBODY} where no user was behind it
 * @param action what was done, as {@code subject.verb}: {@code source.changed}
 * @param subject what it was done to, as {@code kind:id}: {@code source:vakblad}
 * @param before how it was; empty where there was nothing
 * @param after how it is since; empty where there is nothing any more
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        Optional<JsonNode> before,
        Optional<JsonNode> after) {}
