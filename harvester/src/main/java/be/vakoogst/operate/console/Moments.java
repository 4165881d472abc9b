package be.vakoogst.operate.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as people read them, in the zone of the publishers; templates call it {@code @moments}. */
@Component
class Moments {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZONE);

    private final InstantSource clock;

    Moments(InstantSource clock) {
        this.clock = clock;
    }

    /** Date and time, or a dash. */
    public String text(Optional<Instant> time) {
        Locale locale = LocaleContextHolder.getLocale();
        return time.map(instant -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZONE)
                        .format(instant))
                .orElse("–");
    }

    public String text(Instant time) {
        return text(Optional.of(time));
    }

    /** The time of day alone, to the second. */
    public String clock(Instant time) {
        return SECONDS.format(time);
    }

    /** From a start to an end, or until now: {@code 1:02:03}. */
    public String between(Optional<Instant> start, Optional<Instant> end) {
        return start.map(from -> clock(Duration.between(from, end.orElseGet(clock::instant))))
                .orElse("–");
    }

    private static String clock(Duration duration) {
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
