package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an operator said of a field of a resource.
 *
 * @param value as the resource's JSON has it; empty where the field is to be empty
 * @param stated what the resource said itself when it was last taken in; empty before that
 * @param by who said it
 * @param why in their own words
 */
public record FieldCorrection(
        ResourceId resource,
        CorrectableField field,
        Optional<JsonNode> value,
        Optional<StatedValue> stated,
        String by,
        Instant at,
        String why) {

    /** The same resource with what was said in its field. */
    LearningResource apply(LearningResource corrected) {
        Provenance said = new Provenance(field.code(), StatedValue.OPERATOR, by);
        return new StatedValue(value, List.of(said)).in(field, corrected);
    }
}
