package be.vakoogst.operate.console;

import be.vakoogst.catalogue.CorrectableField;
import be.vakoogst.catalogue.FieldCorrection;
import be.vakoogst.catalogue.StatedValue;
import be.vakoogst.normalise.Choices;
import be.vakoogst.operate.FieldCorrecting;
import be.vakoogst.resource.ResourceJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The form that corrects a field.
 *
 * @param values as it is, one by one; a licence by its id
 * @param stated the same of what the source says itself; empty while nobody said otherwise
 * @param choices what may be chosen; none for free words
 */
record FieldForm(
        CorrectableField name,
        List<String> values,
        List<String> stated,
        Optional<FieldCorrection> correction,
        List<Choices.Choice> choices) {

    private static final String BETWEEN = "\n";

    static FieldForm of(FieldCorrecting.Field field, List<Choices.Choice> choices) {
        return new FieldForm(
                field.name(),
                values(field.value()),
                values(field.correction().flatMap(FieldCorrection::stated).flatMap(StatedValue::value)),
                field.correction(),
                choices);
    }

    private static List<String> values(Optional<JsonNode> value) {
        return value.stream()
                .flatMap(some -> some.isArray() ? some.values().stream() : Optional.of(some).stream())
                .map(one -> one.isObject()
                        ? one.path("id").asString(one.path("text").asString(""))
                        : one.asString())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public String text() {
        return String.join(BETWEEN, values);
    }

    public boolean isList() {
        return name.kind() == CorrectableField.Kind.LIST;
    }

    public boolean isLong() {
        return name == CorrectableField.DESCRIPTION || isList();
    }

    public String label(String id, String language) {
        return choices.stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .map(choice -> choice.label(language))
                .orElse(id);
    }

    /** What was filled in, as the field's JSON: of a list each box that was ticked, or each line. */
    static Optional<JsonNode> value(CorrectableField name, List<String> filledIn) {
        if (name.kind() == CorrectableField.Kind.LIST) {
            return Optional.of(ResourceJson.mapper()
                    .valueToTree(filledIn.stream()
                            .flatMap(text -> Arrays.stream(text.split("\\R")))
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .toList()));
        }
        return filledIn.stream().findFirst().map(text -> ResourceJson.mapper().valueToTree(text));
    }
}
