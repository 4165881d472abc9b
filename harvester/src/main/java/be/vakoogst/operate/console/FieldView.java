package be.vakoogst.operate.console;

import be.vakoogst.catalogue.CorrectableField;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.ResourceJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A field of a record with the statements that gave it.
 *
 * @param value as text, shortened
 */
record FieldView(String name, String value, List<Provenance> statements) {

    private static final int LONGEST = 600;

    /** Told elsewhere on the page. */
    private static final Set<String> NOT_SHOWN = Set.of("provenance", "trades");

    static List<FieldView> of(LearningResource resource) {
        Map<String, List<Provenance>> statements =
                resource.provenance().stream().collect(Collectors.groupingBy(Provenance::field));
        JsonNode json = ResourceJson.mapper().valueToTree(resource);
        return json.properties().stream()
                .filter(field -> !NOT_SHOWN.contains(field.getKey()))
                .filter(field -> !field.getValue().isEmpty() || field.getValue().isValueNode())
                .map(field -> new FieldView(
                        field.getKey(), text(field.getValue()), statements.getOrDefault(field.getKey(), List.of())))
                .toList();
    }

    public boolean isCorrectable() {
        return CorrectableField.named(name).isPresent();
    }

    private static String text(JsonNode value) {
        String text = value.isValueNode() ? value.asString() : plainly(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** A list of words as words; anything with more to it as it is. */
    private static String plainly(JsonNode value) {
        boolean words = value.isArray() && value.values().stream().allMatch(JsonNode::isValueNode);
        return words
                ? value.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.toPrettyString();
    }
}
