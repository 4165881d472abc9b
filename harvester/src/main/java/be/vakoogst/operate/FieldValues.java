package be.vakoogst.operate;

import be.vakoogst.catalogue.CorrectableField;
import be.vakoogst.normalise.Choices;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.LanguageTag;
import be.vakoogst.resource.ResourceJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a field of a record may say, when an operator says it. */
@Component
class FieldValues {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_TITLE = 500;
    private static final int MOST = 100;

    private final Choices choices;

    FieldValues(Choices choices) {
        this.choices = choices;
    }

    /**
     * As the resource's JSON has it.
     *
     * @param value an empty text or list is none
     * @throws WrongParameter naming {@code value} and what is allowed
     */
    Optional<JsonNode> checked(CorrectableField field, Optional<JsonNode> value) {
        Optional<JsonNode> stated = value.filter(some -> !some.isNull());
        return switch (field.kind()) {
            case TEXT -> text(field, stated);
            case LIST -> stated.flatMap(some -> list(field, some));
            case LICENCE -> stated.flatMap(this::licence);
        };
    }

    private static Optional<JsonNode> text(CorrectableField field, Optional<JsonNode> stated) {
        Optional<String> text = stated.map(FieldValues::string).filter(words -> !words.isEmpty());
        int longest = field == CorrectableField.TITLE ? LONGEST_TITLE : LONGEST_TEXT;
        if (text.isEmpty() && field == CorrectableField.TITLE) {
            throw new WrongParameter("value", "is empty, but a resource needs a title");
        }
        if (text.filter(words -> words.length() > longest).isPresent()) {
            throw new WrongParameter("value", "is longer than " + longest + " characters");
        }
        return text.map(words -> ResourceJson.mapper().valueToTree(words));
    }

    private Optional<JsonNode> list(CorrectableField field, JsonNode stated) {
        if (!stated.isArray() || stated.size() > MOST) {
            throw new WrongParameter("value", "must be a list of at most " + MOST + " texts");
        }
        List<String> all = stated.values().stream()
                .map(FieldValues::string)
                .filter(one -> !one.isEmpty())
                .map(one -> field == CorrectableField.LANGUAGES ? language(one) : one)
                .distinct()
                .toList();
        requireKnown(field, all);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(ResourceJson.mapper().valueToTree(all));
    }

    private static String language(String tag) {
        return LanguageTag.parse(tag)
                .map(LanguageTag::value)
                .orElseThrow(() -> new WrongParameter("value", "has '" + tag + "', which is no language tag (BCP 47)"));
    }

    private void requireKnown(CorrectableField field, List<String> ids) {
        List<String> known =
                choices.of(field.code()).stream().map(Choices.Choice::id).toList();
        Optional<String> unknown = ids.stream()
                .filter(id -> !known.isEmpty() && !known.contains(id))
                .findFirst();
        if (unknown.isPresent()) {
            throw new WrongParameter(
                    "value",
                    known.stream()
                            .collect(Collectors.joining(", ", "has '" + unknown.get() + "' and may have only ", "")));
        }
    }

    private Optional<JsonNode> licence(JsonNode stated) {
        String id = string(stated);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        requireKnown(CorrectableField.LICENCE, List.of(id));
        return choices.licence(id).map(licence -> ResourceJson.mapper().valueToTree(licence));
    }

    private static String string(JsonNode text) {
        if (!text.isString()) {
            throw new WrongParameter("value", "must be made of texts");
        }
        return Choices.plain(text.asString());
    }
}
