package be.vakoogst.push;

import be.vakoogst.problem.WrongParameter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as it is pushed, as a row of a sheet: AMB, schema.org, or the names of our own API.
 *
 * @param deleted whether it is to go
 */
record PushedRecord(String url, boolean deleted, String row) {

    /** Where each column of the sheet may stand, the first that says something counts. */
    private static final Map<String, List<String>> COLUMNS = Map.ofEntries(
            Map.entry("title", List.of("title", "name")),
            Map.entry("description", List.of("description")),
            Map.entry("language", List.of("inLanguage", "language", "languages")),
            Map.entry("creator", List.of("creator", "creators", "author")),
            Map.entry("publisher", List.of("publisher")),
            Map.entry("published", List.of("datePublished", "published")),
            Map.entry("modified", List.of("dateModified", "modified")),
            Map.entry("licence", List.of("license", "licence")),
            Map.entry("image", List.of("image", "thumbnailUrl")),
            Map.entry("duration", List.of("duration")),
            Map.entry("keyword", List.of("keywords", "keyword")),
            Map.entry("audience", List.of("audience", "audiences")),
            Map.entry("level", List.of("educationalLevel", "level", "levels")),
            Map.entry("type", List.of("learningResourceType", "resourceTypes")),
            Map.entry("category", List.of("about", "categories")));

    /** What names a thing that is an object. */
    private static final List<String> NAMES = List.of("name", "prefLabel", "nl", "fr", "en", "id", "@id", "url");

    /** @throws WrongParameter naming the record's place and field, such as {@code records[2].url} */
    static PushedRecord of(JsonNode json, int place) {
        String url = address(json, place);
        boolean deleted = json.path("deleted").asBoolean(false);
        ObjectNode row = JsonMapper.shared().createObjectNode().put("url", url);
        COLUMNS.forEach((column, names) -> value(json, names).ifPresent(text -> row.put(column, text)));
        if (!deleted && !row.has("title")) {
            throw new WrongParameter("records[" + place + "].title", "is missing");
        }
        return new PushedRecord(url, deleted, row.toString());
    }

    private static String address(JsonNode json, int place) {
        String text = Stream.of("url", "id", "@id")
                .map(name -> json.path(name).asString(""))
                .filter(value -> value.matches("https?://.*"))
                .findFirst()
                .orElseThrow(() -> new WrongParameter("records[" + place + "].url", "must be an address of the web"));
        try {
            return new URI(text).toString();
        } catch (URISyntaxException e) {
            throw new WrongParameter("records[" + place + "].url", "is no address: " + e.getReason());
        }
    }

    private static Optional<String> value(JsonNode json, List<String> names) {
        return names.stream()
                .map(json::path)
                .map(PushedRecord::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.values().stream().map(PushedRecord::text).collect(Collectors.joining(";"));
        }
        return value.isObject()
                ? value(value, NAMES).orElse("")
                : value.asString("").strip();
    }
}
