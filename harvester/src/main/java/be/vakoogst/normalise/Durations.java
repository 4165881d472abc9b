package be.vakoogst.normalise;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations: ISO 8601, {@code h:mm:ss}, {@code m:ss}, seconds, and words in nl, fr and en: {@code 1u30}, {@code 45 min}, {@code anderhalf uur},
 * {@code 2 lesuren} (of 50 minutes, as in Flemish secondary schools), {@code 2 x 50 minuten}. Of a range its end. Longer than 60 days is none.
 */
final class Durations {

    private static final Duration LONGEST = Duration.ofDays(60);
    private static final int LONGEST_TEXT = 80;
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,3}):(?=[0-5]?\\d:))?(\\d{1,3}):([0-5]\\d)(?:[.,]\\d+)?");
    private static final Pattern HOURS_CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*(?:u|uur|h|heures?|hours?)");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})(?:[.,]\\d+)?");
    private static final Pattern AROUND = Pattern.compile(
            "^(?:(?:lees|speel|studie|les|kijk|loop)?(?:duur|tijd)|durée|duration|running time)\\s*:?\\s*|(?:\\bca\\.?|\\bcirca\\b|\\bongeveer\\b|±|~|\\benv\\.|\\benviron\\b|\\babout\\b|\\bapprox\\.?|\\bmax\\.?)\\s*");
    private static final Pattern RANGE =
            Pattern.compile("\\d+(?:[.,]\\d+)?\\s*(?:-|–|\\btot\\b|à|\\bto\\b)\\s*(\\d+(?:[.,]\\d+)?\\s*\\p{L})");
    private static final Pattern TIMES = Pattern.compile(
            "(\\d{1,3})\\s*(?:[x×]|(?:lessen|sessies|leçons|séances|lessons|sessions)\\s+(?:van|de|of))\\s*(.+)");
    private static final Pattern OF_ITSELF =
            Pattern.compile("^(?:1|een|une?|an?|one)\\s+\\p{L}+\\s+(?:van|de|of)\\s+(?=\\d)");
    private static final Pattern PART =
            Pattern.compile("(?:en|et|and|,)?\\s*(\\d{1,5}(?:[.,]\\d{1,3})?)\\s*(\\p{L}+|['′]|[\"″])?\\.?\\s*");
    private static final Map<String, Duration> UNITS = units();
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("anderhalf", "1.5"),
            Map.entry("anderhalve", "1.5"),
            Map.entry("half", "0.5"),
            Map.entry("halve", "0.5"),
            Map.entry("demi", "0.5"),
            Map.entry("een", "1"),
            Map.entry("één", "1"),
            Map.entry("un", "1"),
            Map.entry("une", "1"),
            Map.entry("one", "1"),
            Map.entry("twee", "2"),
            Map.entry("deux", "2"),
            Map.entry("two", "2"),
            Map.entry("drie", "3"),
            Map.entry("trois", "3"),
            Map.entry("three", "3"),
            Map.entry("vier", "4"),
            Map.entry("vijf", "5"),
            Map.entry("zes", "6"));

    /** ISO 8601: {@code P0Y0M0DT0H12M30S}, as LOM repositories write it out in full, {@code P2W}, {@code PT0,5H}. */
    private static final Pattern ISO = Pattern.compile("P(?:0+Y)?(?:0+M)?(?:N W)?(?:N D)?(?:T(?:N H)?(?:N M)?(?:N S)?)?"
            .replace("N ", "(\\d{1,9}(?:[.,]\\d{1,9})?)"));

    private static final List<Duration> ISO_UNITS = List.of(
            Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(1));

    private Durations() {}

    static Optional<Duration> parse(String text) {
        return read(text.strip()).filter(duration -> duration.isPositive() && duration.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> read(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(Duration.ofHours(number(clock.group(1)))
                    .plusMinutes(number(clock.group(2)))
                    .plusSeconds(number(clock.group(3))));
        }
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
        }
        return iso(text).or(() -> text.length() > LONGEST_TEXT ? Optional.empty() : words(text));
    }

    private static Optional<Duration> iso(String text) {
        Matcher iso = ISO.matcher(text.toUpperCase(Locale.ROOT));
        if (!iso.matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        for (int part = 0; part < ISO_UNITS.size(); part++) {
            sum = iso.group(part + 1) == null ? sum : sum.plus(times(iso.group(part + 1), ISO_UNITS.get(part)));
        }
        return Optional.of(sum);
    }

    private static Duration times(String number, Duration unit) {
        return Duration.ofMillis(new BigDecimal(number.replace(',', '.'))
                .multiply(BigDecimal.valueOf(unit.toMillis()))
                .longValue());
    }

    private static Optional<Duration> words(String text) {
        String plain = OF_ITSELF
                .matcher(AROUND.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .strip())
                .replaceFirst("");
        Matcher hours = HOURS_CLOCK.matcher(plain);
        if (hours.matches()) {
            return Optional.of(Duration.ofHours(number(hours.group(1))).plusMinutes(number(hours.group(2))));
        }
        Matcher times = TIMES.matcher(plain);
        return times.matches()
                ? sum(inFigures(times.group(2))).map(one -> one.multipliedBy(number(times.group(1))))
                : sum(RANGE.matcher(inFigures(plain)).replaceAll("$1"));
    }

    /** {@code een half uur} as {@code 0.5 uur}. */
    private static String inFigures(String text) {
        StringBuilder figures = new StringBuilder();
        for (String word : text.replace("halfuur", "half uur")
                .replace("half an hour", "half hour")
                .split("[\\s-]+(?=\\p{L})")) {
            boolean halfAnHour = figures.toString().matches("(?:.* )?1")
                    && NUMBERS.getOrDefault(word, "").equals("0.5");
            if (halfAnHour) {
                figures.setLength(figures.length() - 1);
            } else if (!figures.isEmpty()) {
                figures.append(' ');
            }
            figures.append(NUMBERS.getOrDefault(word, word));
        }
        return figures.toString();
    }

    /** All parts added up; nothing may be left over. A number behind hours, without a unit, counts minutes. */
    private static Optional<Duration> sum(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        Duration last = Duration.ZERO;
        int at = 0;
        while (at < text.length() && part.find(at) && part.start() == at && part.end() > at) {
            Duration unit = part.group(2) == null ? below(last) : UNITS.getOrDefault(part.group(2), Duration.ZERO);
            if (unit.isZero()) {
                return Optional.empty();
            }
            sum = sum.plus(times(part.group(1), unit));
            last = unit;
            at = part.end();
        }
        return at == text.length() ? Optional.of(sum) : Optional.empty();
    }

    private static Duration below(Duration unit) {
        return unit.equals(Duration.ofHours(1))
                ? Duration.ofMinutes(1)
                : unit.equals(Duration.ofMinutes(1)) ? Duration.ofSeconds(1) : Duration.ZERO;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Map<String, Duration> units() {
        Map<Duration, List<String>> names = Map.of(
                Duration.ofSeconds(1),
                List.of("s", "sec", "seconden", "seconde", "secondes", "second", "seconds", "\"", "″"),
                Duration.ofMinutes(1),
                List.of("m", "min", "mins", "minuut", "minuten", "minute", "minutes", "'", "′", "mn"),
                Duration.ofMinutes(15),
                List.of("kwartier", "kwartieren"),
                Duration.ofMinutes(50),
                List.of("lesuur", "lesuren", "lestijd", "lestijden"),
                Duration.ofHours(1),
                List.of("u", "uur", "uren", "uurtje", "h", "hr", "hrs", "hour", "hours", "heure", "heures"),
                Duration.ofDays(1),
                List.of("dag", "dagen", "jour", "jours", "day", "days"),
                Duration.ofDays(7),
                List.of("week", "weken", "semaine", "semaines", "weeks"));
        Map<String, Duration> units = new HashMap<>();
        names.forEach((unit, words) -> words.forEach(word -> units.put(word, unit)));
        return Map.copyOf(units);
    }
}
