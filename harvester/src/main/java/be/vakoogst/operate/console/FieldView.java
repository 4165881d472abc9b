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
        String text = plainly(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** As people write it; a record is no deeper than its own types. */
    private static String plainly(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(part -> part.getKey() + ": " + plainly(part.getValue()))
                    .collect(Collectors.joining(", "));
        }
        boolean words = value.values().stream().allMatch(JsonNode::isValueNode);
        return value.isArray()
                ? value.values().stream().map(FieldView::plainly).collect(Collectors.joining(words ? ", " : "; "))
                : value.asString();
    }
}
