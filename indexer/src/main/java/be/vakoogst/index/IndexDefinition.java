package be.vakoogst.index;

import be.vakoogst.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an index is made: the files {@code index/settings.json} and {@code index/mapping.json} and how words are read.
 *
 * @param version changes with any of them; kept in the index, so that an index of an older making is noticed
 */
record IndexDefinition(ObjectNode settings, ObjectNode mapping, String version) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REFRESH = "refresh_interval";
    private static final String DURABILITY = "translog.durability";

    static IndexDefinition read(Language language) {
        ObjectNode settings = file("settings.json");
        ObjectNode mapping = file("mapping.json");
        String version = checksum(settings, mapping) + "-" + language.version();
        mapping.putObject("_meta").put("definition", version);
        return new IndexDefinition(settings, mapping, version);
    }

    /**
     * The body of a request that creates the index.
     *
     * @param aliases names it has from the start
     */
    JsonNode body(List<String> aliases) {
        ObjectNode body = JSON.createObjectNode();
        body.set("settings", settings);
        body.set("mappings", mapping);
        ObjectNode names = body.putObject("aliases");
        aliases.forEach(names::putObject);
        return body;
    }

    /** The body of a request that creates it for now only to be filled: as long as nobody searches, every second's new segment is wasted. */
    JsonNode bodyToBeFilled() {
        JsonNode body = body(List.of()).deepCopy();
        ((ObjectNode) body.path("settings").path("index")).put(REFRESH, "-1").put(DURABILITY, "async");
        return body;
    }

    /** The settings that take it from being filled to serving. */
    JsonNode serving() {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode index = body.putObject("index");
        index.set(REFRESH, settings.at("/index/" + REFRESH));
        index.put(DURABILITY, "request");
        return body;
    }

    private static ObjectNode file(String name) {
        try (InputStream in = IndexDefinition.class.getResourceAsStream("/index/" + name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(JsonNode... parts) {
        CRC32C checksum = new CRC32C();
        for (JsonNode part : parts) {
            checksum.update(JSON.writeValueAsString(part).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }
}
