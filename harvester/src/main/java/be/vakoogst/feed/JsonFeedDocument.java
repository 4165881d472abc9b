package be.vakoogst.feed;

import be.vakoogst.failure.Reason;
import java.net.URI;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Feed member by member, so that what stands before a break is read. */
final class JsonFeedDocument {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(
                            JsonReadFeature.ALLOW_TRAILING_COMMA,
                            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .build();

    private final ObjectNode feed = JSON.createObjectNode();
    private Optional<String> fault = Optional.empty();

    private JsonFeedDocument() {}

    static FeedReading read(String text, URI url) {
        JsonFeedDocument document = new JsonFeedDocument();
        document.collect(text);
        if (document.feed.path("items").isArray()) {
            FeedPage page = new JsonFeedReading(url).read(document.feed);
            return new FeedReading.Page(
                    page, document.fault.map(broken -> FeedDocument.breaks(page, text.length()) + ": " + broken));
        }
        return document.fault
                .map(broken -> new FeedReading.NoFeed(Reason.UNREADABLE, "JSON that breaks: " + broken))
                .orElseGet(() -> new FeedReading.NoFeed(Reason.WRONG_TYPE, "JSON without items, not a JSON Feed"));
    }

    private void collect(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    member(parser.currentName(), parser);
                }
            }
        } catch (JacksonException e) {
            fault = Optional.of(e.getOriginalMessage());
        }
    }

    private void member(String name, JsonParser parser) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            ArrayNode values = feed.putArray(name);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(parser.<JsonNode>readValueAsTree());
            }
        } else {
            feed.set(name, parser.<JsonNode>readValueAsTree());
        }
    }
}
