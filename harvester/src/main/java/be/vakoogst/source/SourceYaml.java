package be.vakoogst.source;

import be.vakoogst.resource.LanguageTag;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From YAML that the schema has passed to a {@link Source}. */
final class SourceYaml {

    private static final URI NOWHERE = URI.create("http://localhost/");
    private static final Set<String> NOT_OPTIONS = Set.of("type", "url");

    private final JsonNode yaml;
    private final List<WrongValue> wrong = new ArrayList<>();

    SourceYaml(JsonNode yaml) {
        this.yaml = yaml;
    }

    /** Everything that {@link #source()} met and that means nothing. */
    List<WrongValue> wrong() {
        return List.copyOf(wrong);
    }

    /** The source; worth having only while nothing is wrong. */
    Source source() {
        return new Source(
                new SourceId(yaml.path("id").asString()),
                yaml.path("name").asString(),
                text(yaml.path("organisation")),
                SourceKind.valueOf(yaml.path("kind").asString().toUpperCase(Locale.ROOT)),
                connector(yaml.path("connector")),
                TimingYaml.schedule(yaml.path("schedule"), this),
                TimingYaml.closed(yaml.path("closed"), this),
                yaml.path("paused").asBoolean(false),
                politeness(yaml.path("politeness")),
                defaults(yaml.path("defaults")),
                PassOn.valueOf(yaml.path("passOn").asString("metadata").toUpperCase(Locale.ROOT)),
                new UrlPatterns(patterns("include"), patterns("exclude")),
                selectors(yaml.path("selectors"), "/selectors"),
                limits(yaml.path("limits")),
                yaml.path("enabled").asBoolean(true));
    }

    private ConnectorSettings connector(JsonNode yaml) {
        Map<String, Object> options =
                new HashMap<>(JsonMapper.shared().convertValue(yaml, new TypeReference<Map<String, Object>>() {}));
        options.keySet().removeAll(NOT_OPTIONS);
        URI url = sound(() -> url(yaml.path("url").asString())).orElse(NOWHERE);
        if (yaml.path("type").asString().equals("listing")) {
            Stream.of("item", "link", "next").forEach(key -> selector(yaml.path(key), "/connector/" + key));
            selectors(yaml.path("fields"), "/connector/fields");
        }
        return new ConnectorSettings(yaml.path("type").asString(), url, options);
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongValue("/connector/url", "is '" + text + "' and must be a URL: " + e.getReason());
        }
    }

    private Politeness politeness(JsonNode yaml) {
        Duration delay = stated(yaml.path("delay"), "/politeness/delay").orElse(Politeness.DEFAULT.delay());
        return new Politeness(delay, yaml.path("concurrency").asInt(Politeness.DEFAULT.concurrency()));
    }

    Optional<Duration> stated(JsonNode yaml, String pointer) {
        return yaml.isString() ? sound(() -> duration(yaml, pointer)) : Optional.empty();
    }

    static Duration duration(JsonNode yaml, String pointer) {
        try {
            return DurationStyle.SIMPLE.parse(yaml.asString());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WrongValue(pointer, "is '" + yaml.asString() + "' and must be a duration such as 90s, 15m or 6h");
        }
    }

    private Defaults defaults(JsonNode yaml) {
        return new Defaults(
                text(yaml.path("language")).flatMap(tag -> sound(() -> language(tag))),
                text(yaml.path("licence")),
                texts(yaml.path("audience")),
                texts(yaml.path("trades")));
    }

    private static LanguageTag language(String tag) {
        return LanguageTag.parse(tag)
                .orElseThrow(() -> new WrongValue(
                        "/defaults/language", "is '" + tag + "' and must be a language tag such as nl or nl-BE"));
    }

    private List<Pattern> patterns(String key) {
        return texts(yaml.path(key)).stream()
                .flatMap(text -> sound(() -> pattern(text, key)).stream())
                .toList();
    }

    private static Pattern pattern(String text, String key) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new WrongValue(
                    "/" + key, "holds '" + text + "', which is no regular expression: " + e.getDescription());
        }
    }

    private Map<String, String> selectors(JsonNode yaml, String pointer) {
        yaml.properties().forEach(field -> selector(field.getValue(), pointer + "/" + field.getKey()));
        return yaml.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asString()));
    }

    private void selector(JsonNode stated, String pointer) {
        String selector = stated.asString("");
        try {
            if (!selector.isEmpty()) {
                QueryParser.parse(selector);
            }
        } catch (IllegalArgumentException | Selector.SelectorParseException e) {
            wrong.add(new WrongValue(pointer, "is '" + selector + "' and must be a CSS selector: " + e.getMessage()));
        }
    }

    /** What reads well; else it is noted what is wrong. */
    <T> Optional<T> sound(Supplier<? extends T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (WrongValue e) {
            wrong.add(e);
            return Optional.empty();
        }
    }

    private Limits limits(JsonNode yaml) {
        return new Limits(
                yaml.path("errorShare").asDouble(Limits.DEFAULT.errorShare()),
                yaml.path("shrinkShare").asDouble(Limits.DEFAULT.shrinkShare()),
                yaml.path("removeShare").asDouble(Limits.DEFAULT.removeShare()),
                stated(yaml.path("grace"), "/limits/grace").orElse(Limits.DEFAULT.grace()),
                patience(yaml, "duration").orElse(Limits.DEFAULT.duration()),
                patience(yaml, "silence").orElse(Limits.DEFAULT.silence()));
    }

    private Optional<Duration> patience(JsonNode limits, String key) {
        return stated(limits.path(key), "/limits/" + key).filter(duration -> {
            if (!duration.isPositive()) {
                wrong.add(new WrongValue(
                        "/limits/" + key, "is '" + limits.path(key).asString() + "' and must be longer than nothing"));
            }
            return duration.isPositive();
        });
    }

    private static Optional<String> text(JsonNode yaml) {
        return yaml.isString() ? Optional.of(yaml.asString()) : Optional.empty();
    }

    private static List<String> texts(JsonNode yaml) {
        return yaml.values().stream().map(JsonNode::asString).toList();
    }
}
