package be.vakoogst.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of one block of JSON-LD as JSON (JSON-LD 1.1, section 7); where it is broken, as much of it as stands before the break. Terms of
 * schema.org stand without prefix or address.
 */
public final class JsonLdText {

    private static final int MOST_DEPTH = 100;
    private static final JsonMapper STRICT = mapper(JsonFactory.builder());
    private static final JsonMapper LENIENT = mapper(JsonFactory.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_MISSING_VALUES));

    /** Comments and CDATA around the block, as XHTML wanted them, and the end of a statement of JavaScript. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:\\s*+(?:<!--|(?://|/\\*)?\\s*<!\\[CDATA\\[(?:\\s*\\*/)?))++");

    private static final Pattern BEHIND = Pattern.compile("(?:(?:-->|(?://|/\\*)?\\s*\\]\\]>(?:\\s*\\*/)?|;)\\s*+)++$");

    private static final Pattern PREFIX = Pattern.compile("^(https?://schema\\.org/|schema:|sdo:|s:)");

    private final Consumer<String> repairs;

    private JsonLdText(Consumer<String> repairs) {
        this.repairs = repairs;
    }

    /**
     * Usually one value; some publishers write several behind each other.
     *
     * @param repairs is told of each, and of what could not be read
     */
    public static List<JsonNode> read(String text, Consumer<String> repairs) {
        return parsed(text, repairs).stream().map(JsonLdText::withoutPrefixes).toList();
    }

    private static List<JsonNode> parsed(String text, Consumer<String> repairs) {
        String json = isBare(text.strip()) ? text.strip() : unwrapped(text);
        if (json.isBlank()) {
            return List.of();
        }
        try {
            return List.of(STRICT.readTree(json));
        } catch (JacksonException e) {
            String unescaped =
                    json.indexOf('"') < 0 && json.contains("&quot;") ? Parser.unescapeEntities(json, false) : json;
            return new JsonLdText(repairs).repaired(unescaped, e);
        }
    }

    /** Most are, and looking for what may stand around them takes longer than reading them. */
    private static boolean isBare(String json) {
        return json.startsWith("{") && json.endsWith("}") || json.startsWith("[") && json.endsWith("]");
    }

    private static String unwrapped(String text) {
        return BEHIND.matcher(BEFORE.matcher(text).replaceFirst("").strip()).replaceFirst("");
    }

    private static JsonMapper mapper(JsonFactoryBuilder factory) {
        return JsonMapper.builder(factory.streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MOST_DEPTH)
                                .build())
                        .build())
                .build();
    }

    private List<JsonNode> repaired(String json, JacksonException strict) {
        try {
            List<JsonNode> values = values(json);
            repairs.accept("repaired: " + what(strict));
            return values;
        } catch (JacksonException e) {
            return beforeTheBreak(json, e);
        }
    }

    private List<JsonNode> beforeTheBreak(String json, JacksonException broken) {
        long at = broken.getLocation() == null
                ? json.length()
                : broken.getLocation().getCharOffset();
        String whole = closed(json, at < 0 ? json.length() : (int) Math.min(at, json.length()));
        try {
            List<JsonNode> values = whole.isEmpty() ? List.of() : values(whole);
            repairs.accept((values.isEmpty() ? "unreadable: " : "read up to its break: ") + what(broken));
            return values;
        } catch (JacksonException e) {
            repairs.accept("unreadable: " + what(broken));
            return List.of();
        }
    }

    private static List<JsonNode> values(String json) {
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = LENIENT.createParser(json)) {
            while (parser.nextToken() != null) {
                values.add(parser.readValueAsTree());
            }
        }
        return values;
    }

    /** The text up to the last comma between two members before a place, with what is open there closed. */
    private static String closed(String json, int end) {
        Deque<Character> open = new ArrayDeque<>();
        String whole = "";
        boolean quoted = false;
        for (int at = 0; at < end; at++) {
            char character = json.charAt(at);
            if (quoted) {
                at += character == '\\' ? 1 : 0;
                quoted = character != '"';
            } else if (character == ',' && !open.isEmpty()) {
                whole = json.substring(0, at) + closing(open);
            } else {
                quoted = character == '"';
                nest(character, open);
            }
        }
        return whole;
    }

    private static void nest(char character, Deque<Character> open) {
        switch (character) {
            case '{' -> open.push('}');
            case '[' -> open.push(']');
            case '}', ']' -> open.poll();
            default -> {}
        }
    }

    private static String closing(Deque<Character> open) {
        StringBuilder closing = new StringBuilder();
        open.forEach(closing::append);
        return closing.toString();
    }

    private static String what(JacksonException e) {
        String at = e.getLocation() == null
                ? ""
                : " at " + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
        return e.getOriginalMessage() + at;
    }

    /** {@code schema:headline} and the full address of a term are the term; few pages name any so. */
    private static JsonNode withoutPrefixes(JsonNode node) {
        return isPrefixed(node) ? plain(node) : node;
    }

    private static boolean isPrefixed(JsonNode node) {
        for (String name : node.propertyNames()) {
            if (name.indexOf(':') > 0 && PREFIX.matcher(name).find()) {
                return true;
            }
        }
        for (JsonNode value : node) {
            if (value.isContainer() && isPrefixed(value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode plain(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
            node.values().forEach(value -> array.add(plain(value)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties()
                .forEach(member ->
                        object.set(PREFIX.matcher(member.getKey()).replaceFirst(""), plain(member.getValue())));
        return object;
    }
}
