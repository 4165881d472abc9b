package be.vakoogst.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Places in a tree: JSON Pointers (RFC 6901), with {@code *} for every member of a list. */
final class Pointers {

    private static final Pattern PLACE = Pattern.compile("\\{(/[^}]*)\\}");

    /** What usually stands for an object where its text is wanted. */
    private static final List<String> LABELS =
            List.of("rendered", "#text", "name", "label", "title", "value", "displayName", "prefLabel", "id");

    private Pointers() {}

    /** The nodes at a place, each member of a list by itself. */
    static Stream<JsonNode> at(JsonNode node, String pointer) {
        int star = pointer.indexOf("/*");
        if (star < 0) {
            return members(node.at(JsonPointer.compile(pointer)));
        }
        return members(node.at(JsonPointer.compile(pointer.substring(0, star))))
                .flatMap(member -> at(member, pointer.substring(star + 2)));
    }

    /** The place up to where it goes into members of a list. */
    static String stem(String pointer) {
        return pointer.replaceFirst("/\\*.*", "");
    }

    private static Stream<JsonNode> members(JsonNode node) {
        if (node.isArray()) {
            return node.values().stream();
        }
        return node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
    }

    static Stream<String> texts(JsonNode node, String pointer) {
        return at(node, pointer).map(Pointers::text).filter(text -> !text.isBlank());
    }

    static Optional<String> text(JsonNode node, String pointer) {
        return texts(node, pointer).findFirst();
    }

    private static String text(JsonNode node) {
        if (!node.isObject()) {
            return node.asString("");
        }
        return LABELS.stream()
                .map(node::path)
                .map(label -> label.isObject() ? label.path("nl") : label)
                .map(label -> label.asString(""))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse("");
    }

    /** A template with its places filled in; empty when one of them says nothing. */
    static Optional<String> filled(String template, JsonNode node) {
        Matcher places = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            Optional<String> value = text(node, places.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            places.appendReplacement(
                    filled, Matcher.quoteReplacement(value.get().replace(" ", "%20")));
        }
        return Optional.of(places.appendTail(filled).toString());
    }
}
