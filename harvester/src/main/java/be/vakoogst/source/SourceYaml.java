package be.vakoogst.source;

import be.vakoogst.resource.LanguageTag;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.support.CronExpression;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From YAML that the schema has passed to a {@link Source}. */
final class SourceYaml {

    private static final String ZONE = "Europe/Brussels";
    private static final Set<String> NOT_OPTIONS = Set.of("type", "url");

    private SourceYaml() {}

    static Source source(JsonNode yaml) {
        return new Source(
                new SourceId(yaml.path("id").asString()),
                yaml.path("name").asString(),
                text(yaml.path("organisation")),
                SourceKind.valueOf(yaml.path("kind").asString().toUpperCase(Locale.ROOT)),
                connector(yaml.path("connector")),
                schedule(yaml.path("schedule")),
                politeness(yaml.path("politeness")),
                defaults(yaml.path("defaults")),
                new UrlPatterns(patterns(yaml, "include"), patterns(yaml, "exclude")),
                selectors(yaml.path("selectors")),
                limits(yaml.path("limits")),
                yaml.path("enabled").asBoolean(true));
    }

    private static ConnectorSettings connector(JsonNode yaml) {
        Map<String, Object> options =
                new HashMap<>(JsonMapper.shared().convertValue(yaml, new TypeReference<Map<String, Object>>() {}));
        options.keySet().removeAll(NOT_OPTIONS);
        return new ConnectorSettings(
                yaml.path("type").asString(), url(yaml.path("url").asString()), options);
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongValue("/connector/url", "is '" + text + "' and must be a URL: " + e.getReason());
        }
    }

    private static Optional<Schedule> schedule(JsonNode yaml) {
        if (yaml.has("every")) {
            return Optional.of(new Schedule.Every(duration(yaml.path("every"), "/schedule/every")));
        }
        return text(yaml.path("cron")).map(cron -> new Schedule.Cron(cron(cron), zone(yaml)));
    }

    private static String cron(String expression) {
        try {
            CronExpression.parse(expression);
            return expression;
        } catch (IllegalArgumentException e) {
            throw new WrongValue(
                    "/schedule/cron", "is '" + expression + "' and must be a cron expression: " + e.getMessage());
        }
    }

    private static ZoneId zone(JsonNode yaml) {
        String zone = yaml.path("zone").asString(ZONE);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new WrongValue("/schedule/zone", "is '" + zone + "' and must be a time zone such as " + ZONE);
        }
    }

    private static Politeness politeness(JsonNode yaml) {
        Duration delay =
                yaml.has("delay") ? duration(yaml.path("delay"), "/politeness/delay") : Politeness.DEFAULT.delay();
        return new Politeness(delay, yaml.path("concurrency").asInt(Politeness.DEFAULT.concurrency()));
    }

    private static Duration duration(JsonNode yaml, String pointer) {
        try {
            return DurationStyle.SIMPLE.parse(yaml.asString());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WrongValue(pointer, "is '" + yaml.asString() + "' and must be a duration such as 90s, 15m or 6h");
        }
    }

    private static Defaults defaults(JsonNode yaml) {
        return new Defaults(
                text(yaml.path("language")).map(SourceYaml::language),
                text(yaml.path("licence")),
                texts(yaml.path("audience")),
                texts(yaml.path("trades")));
    }

    private static LanguageTag language(String tag) {
        return LanguageTag.parse(tag)
                .orElseThrow(() -> new WrongValue(
                        "/defaults/language", "is '" + tag + "' and must be a language tag such as nl or nl-BE"));
    }

    private static List<Pattern> patterns(JsonNode yaml, String key) {
        return texts(yaml.path(key)).stream().map(text -> pattern(text, key)).toList();
    }

    private static Pattern pattern(String text, String key) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new WrongValue(
                    "/" + key, "holds '" + text + "', which is no regular expression: " + e.getDescription());
        }
    }

    private static Map<String, String> selectors(JsonNode yaml) {
        return yaml.isMissingNode()
                ? Map.of()
                : JsonMapper.shared().convertValue(yaml, new TypeReference<Map<String, String>>() {});
    }

    private static Limits limits(JsonNode yaml) {
        return new Limits(
                yaml.path("errorShare").asDouble(Limits.DEFAULT.errorShare()),
                yaml.path("shrinkShare").asDouble(Limits.DEFAULT.shrinkShare()),
                yaml.path("removeShare").asDouble(Limits.DEFAULT.removeShare()),
                yaml.has("grace") ? duration(yaml.path("grace"), "/limits/grace") : Limits.DEFAULT.grace());
    }

    private static Optional<String> text(JsonNode yaml) {
        return yaml.isString() ? Optional.of(yaml.asString()) : Optional.empty();
    }

    private static List<String> texts(JsonNode yaml) {
        return yaml.values().stream().map(JsonNode::asString).toList();
    }
}
