package be.vakoogst.rest;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.xml.XmlBroken;
import be.vakoogst.xml.XmlElement;
import be.vakoogst.xml.XmlPull;
import be.vakoogst.xml.XmlText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of a request: a tree, whether it was written in JSON or XML; or why there is none. */
sealed interface Answer {

    /**
     * @param headers of the answer, by lower-case name
     * @param hidesEmptyLists whether a list without members leaves no trace, as in XML
     */
    record Tree(JsonNode root, Map<String, List<String>> headers, boolean hidesEmptyLists) implements Answer {

        Tree(JsonNode root, Map<String, List<String>> headers) {
            this(root, headers, false);
        }

        Stream<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream();
        }
    }

    record None(Failure failure) implements Answer {}

    /** As deep as data of people goes; deeper is an attack. */
    JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .build();

    static Answer read(Fetched.Fresh fresh) {
        String text = XmlText.of(fresh).strip();
        try {
            if (text.startsWith("{") || text.startsWith("[")) {
                return new Tree(JSON.readTree(text), fresh.headers());
            }
            return text.startsWith("<") ? xml(text, fresh) : wrong(fresh, "neither JSON nor XML");
        } catch (JacksonException e) {
            return unreadable(fresh, "JSON that breaks: " + e.getOriginalMessage() + at(e));
        } catch (XmlBroken e) {
            return unreadable(fresh, "XML that breaks: " + e.getMessage());
        }
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static Answer xml(String text, Fetched.Fresh fresh) {
        String start = text.substring(0, Math.min(200, text.length())).toLowerCase(Locale.ROOT);
        if (start.contains("<html") || start.contains("<!doctype html")) {
            return wrong(fresh, "a page of HTML");
        }
        XmlPull xml = XmlPull.over(text);
        return xml.next()
                .<Answer>map(root -> new Tree(node(xml.element()), fresh.headers(), true))
                .orElseGet(() -> wrong(fresh, "XML without an element"));
    }

    private static Answer wrong(Fetched.Fresh fresh, String found) {
        return new None(
                new Failure(fresh.url(), Stage.DISCOVER, Reason.WRONG_TYPE, found + " ('" + fresh.mediaType() + "')"));
    }

    private static Answer unreadable(Fetched.Fresh fresh, String detail) {
        return new None(new Failure(fresh.url(), Stage.DISCOVER, Reason.UNREADABLE, detail));
    }

    /** Elements become members, repeated ones lists, attributes members with {@code @}; an element with text alone is that text. */
    private static JsonNode node(XmlElement element) {
        if (element.children().isEmpty() && element.attributes().isEmpty()) {
            return JSON.getNodeFactory().stringNode(element.text().strip());
        }
        ObjectNode node = JSON.createObjectNode();
        element.attributes().forEach((name, value) -> node.put("@" + name, value));
        for (XmlElement child : element.children()) {
            JsonNode known = node.get(child.name());
            switch (known) {
                case null -> node.set(child.name(), node(child));
                case ArrayNode list -> list.add(node(child));
                default -> node.putArray(child.name()).add(known).add(node(child));
            }
        }
        if (!element.text().isBlank()) {
            node.put("#text", element.text().strip());
        }
        return node;
    }
}
