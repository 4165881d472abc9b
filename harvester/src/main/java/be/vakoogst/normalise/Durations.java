package be.vakoogst.normalise;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations: ISO 8601, {@code h:mm:ss}, {@code m:ss}, seconds, {@code 12 min}. Longer than 60 days is none. */
final class Durations {

    private static final Duration LONGEST = Duration.ofDays(60);
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2})(?:[.,]\\d+)?");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})(?:[.,]\\d+)?");
    private static final Pattern WORDS = Pattern.compile(
            "(?:(\\d{1,3})\\s*(?:u|uur|uren|h|hrs?|hours?|heures?)\\.?)?\\s*(?:(\\d{1,4})\\s*(?:m|min|mins|minuten|minuut|minutes?)\\.?)?\\s*(?:(\\d{1,5})\\s*(?:s|sec|seconden|seconds?|secondes?)\\.?)?");

    private Durations() {}

    static Optional<Duration> parse(String text) {
        return read(text.strip()).filter(duration -> duration.isPositive() && duration.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> read(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(of(clock.group(1), clock.group(2), clock.group(3)));
        }
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
        }
        Matcher words = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        if (words.matches()) {
            return Optional.of(of(words.group(1), words.group(2), words.group(3)));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration of(String hours, String minutes, String seconds) {
        return Duration.ofHours(number(hours)).plusMinutes(number(minutes)).plusSeconds(number(seconds));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
