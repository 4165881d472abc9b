package be.vakoogst.source;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands in the connector of a source in a language of its own, which a schema cannot check: regular expressions and patterns of dates. */
final class Expressions {

    private static final ZonedDateTime SOME_DAY = ZonedDateTime.of(2026, 1, 31, 23, 59, 0, 0, ZoneOffset.UTC);

    private Expressions() {}

    /** Everything that is wrong with them in a connector, by its place in the source. */
    static Stream<WrongValue> wrongIn(JsonNode connector) {
        Stream<Optional<WrongValue>> patterns = Stream.of("follow", "skip")
                .flatMap(key -> list("/connector/" + key, connector.path(key)))
                .map(Expressions::pattern);
        Stream<Optional<WrongValue>> dates = members("/connector/since", connector.path("since"))
                .filter(text -> text.pointer().endsWith("/format"))
                .map(Expressions::datePattern);
        return Stream.concat(patterns, dates).flatMap(Optional::stream);
    }

    private record Text(String pointer, String text) {}

    private static Stream<Text> list(String pointer, JsonNode list) {
        return IntStream.range(0, list.isArray() ? list.size() : 0)
                .mapToObj(index ->
                        new Text(pointer + "/" + index, list.path(index).asString("")));
    }

    private static Stream<Text> members(String pointer, JsonNode object) {
        return object.properties().stream()
                .filter(member -> member.getValue().isString())
                .map((Map.Entry<String, JsonNode> member) -> new Text(
                        pointer + "/" + member.getKey(), member.getValue().asString()));
    }

    private static Optional<WrongValue> pattern(Text text) {
        try {
            Pattern.compile(text.text());
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return wrong(text, "a regular expression: " + e.getDescription());
        }
    }

    private static Optional<WrongValue> datePattern(Text text) {
        try {
            DateTimeFormatter.ofPattern(text.text()).format(SOME_DAY);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(text, "a pattern of a date such as yyyy-MM-dd: " + e.getMessage());
        }
    }

    private static Optional<WrongValue> wrong(Text text, String allowed) {
        return Optional.of(new WrongValue(text.pointer(), "is '" + text.text() + "' and must be " + allowed));
    }
}
