package be.vakoogst.source;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.scheduling.support.CronExpression;
import tools.jackson.databind.JsonNode;

/** From YAML that the schema has passed to when a source runs by itself, and when its publisher is left alone. */
final class TimingYaml {

    private static final String ZONE = "Europe/Brussels";
    private static final String END_OF_DAY = "24:00";

    /** Cron expressions know no year. */
    private static final LocalDateTime ANY_MOMENT = LocalDateTime.of(2000, 1, 1, 0, 0);

    private TimingYaml() {}

    static Optional<Schedule> schedule(JsonNode yaml, SourceYaml reading) {
        if (yaml.has("every")) {
            return reading.sound(() -> new Schedule.Every(SourceYaml.duration(yaml.path("every"), "/schedule/every")));
        }
        if (yaml.has("adaptive")) {
            return adaptive(yaml.path("adaptive"), reading);
        }
        ZoneId zone = reading.sound(() -> zone(yaml, "/schedule/zone")).orElse(ZoneOffset.UTC);
        return Optional.of(yaml.path("cron"))
                .filter(JsonNode::isString)
                .flatMap(cron -> reading.sound(() -> new Schedule.Cron(cron(cron.asString()), zone)));
    }

    private static Optional<Schedule> adaptive(JsonNode yaml, SourceYaml reading) {
        Duration between = bound(yaml, "between", reading).orElse(Schedule.Adaptive.DEFAULT.between());
        Duration and = bound(yaml, "and", reading).orElse(Schedule.Adaptive.DEFAULT.and());
        return reading.sound(() -> adaptive(between, and));
    }

    private static Schedule adaptive(Duration between, Duration and) {
        try {
            return new Schedule.Adaptive(between, and);
        } catch (IllegalArgumentException e) {
            throw new WrongValue(
                    "/schedule/adaptive", "must have a between that is longer than nothing and no longer than its and");
        }
    }

    private static Optional<Duration> bound(JsonNode yaml, String key, SourceYaml reading) {
        return reading.stated(yaml.path(key), "/schedule/adaptive/" + key);
    }

    private static String cron(String expression) {
        if (parsed(expression).next(ANY_MOMENT) == null) {
            throw new WrongValue("/schedule/cron", "is '" + expression + "', and no day is like that");
        }
        return expression;
    }

    private static CronExpression parsed(String expression) {
        try {
            return CronExpression.parse(expression);
        } catch (IllegalArgumentException e) {
            throw new WrongValue(
                    "/schedule/cron", "is '" + expression + "' and must be a cron expression: " + e.getMessage());
        }
    }

    private static ZoneId zone(JsonNode yaml, String pointer) {
        String zone = yaml.path("zone").asString(ZONE);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new WrongValue(pointer, "is '" + zone + "' and must be a time zone such as " + ZONE);
        }
    }

    static List<ClosedHours> closed(JsonNode yaml, SourceYaml reading) {
        return IntStream.range(0, yaml.size())
                .mapToObj(place -> reading.sound(() -> hours(yaml.path(place), "/closed/" + place)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static ClosedHours hours(JsonNode yaml, String pointer) {
        try {
            return new ClosedHours(
                    time(yaml.path("from")),
                    time(yaml.path("to")),
                    days(yaml.path("days")),
                    zone(yaml, pointer + "/zone"));
        } catch (IllegalArgumentException e) {
            throw new WrongValue(pointer, "must have a to that differs from its from; 00:00 to 24:00 is the whole day");
        }
    }

    private static LocalTime time(JsonNode yaml) {
        return yaml.asString().equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(yaml.asString());
    }

    private static Set<DayOfWeek> days(JsonNode yaml) {
        return yaml.isArray()
                ? yaml.values().stream().map(day -> day(day.asString())).collect(Collectors.toSet())
                : EnumSet.allOf(DayOfWeek.class);
    }

    /** The schema lets only mon to sun through. */
    private static DayOfWeek day(String name) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
