package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.ResourceJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field's value with the statements that gave it.
 *
 * @param value as the resource's JSON has it; empty where the field is
 */
public record StatedValue(Optional<JsonNode> value, List<Provenance> provenance) {

    /** The syntax of what an operator said. */
    static final String OPERATOR = "operator";

    public StatedValue {
        provenance = List.copyOf(provenance);
    }

    static StatedValue of(CorrectableField field, LearningResource resource) {
        JsonNode json = ResourceJson.mapper().valueToTree(resource);
        return new StatedValue(
                json.optional(field.code()),
                resource.provenance().stream()
                        .filter(one -> one.field().equals(field.code()))
                        .toList());
    }

    boolean isOperators() {
        return provenance.stream().anyMatch(one -> one.syntax().equals(OPERATOR));
    }

    /** @throws IllegalArgumentException when no resource can have this value */
    LearningResource in(CorrectableField field, LearningResource resource) {
        ObjectNode json = ResourceJson.mapper().valueToTree(resource);
        value.ifPresentOrElse(some -> json.set(field.code(), some), () -> json.remove(field.code()));
        List<Provenance> statements = new ArrayList<>(resource.provenance());
        statements.removeIf(one -> one.field().equals(field.code()));
        statements.addAll(provenance);
        json.set("provenance", ResourceJson.mapper().valueToTree(statements));
        return ResourceJson.mapper().treeToValue(json, LearningResource.class);
    }
}
