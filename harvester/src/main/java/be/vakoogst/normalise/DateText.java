package be.vakoogst.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DateText in the forms that publishers use: ISO 8601, RFC 822/2822 with Dutch, French, German or English months, day/month/year, epoch seconds.
 * Without a zone: that of Brussels. A date alone: the start of that day. What makes no sense is no date; nothing is invented.
 */
final class DateText {

    private static final ZoneId HERE = ZoneId.of("Europe/Brussels");
    private static final int EARLIEST_YEAR = 1980;
    private static final int LATEST_YEAR = 2100;
    private static final String TIME = "(?:[T ,]+(?:om |à |at )?(\\d{1,2})[:hu](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?";
    private static final String ZONE = "\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}|[A-Z]{3,4})?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?" + TIME + ZONE + ".*");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?)?" + ZONE);
    private static final Pattern SLASHES =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})" + TIME + ZONE);
    private static final Pattern WORDS = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})(?:er|e|st|nd|rd|th)?\\.?[\\s-]+(\\p{L}{3,12})\\.?,?[\\s-]+(\\d{4}|\\d{2})"
                    + TIME + ZONE + ".*");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:\\p{L}+\\.?,?\\s+)?(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"
                    + TIME + ZONE + ".*");
    private static final Pattern ASCTIME =
            Pattern.compile("\\p{L}{3}\\s+(\\p{L}{3})\\s+(\\d{1,2})\\s+(\\d{2}):(\\d{2}):(\\d{2})\\s+(\\d{4})");
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?i)^(?:gepubliceerd|geplaatst|laatst (?:gewijzigd|bijgewerkt)|gewijzigd|bijgewerkt|datum|publié|mis à jour|modifié|published|posted|updated|last (?:modified|updated)|date)(?:\\s+(?:op|le|on))?\\s*:?\\s+");
    private static final Pattern MONTH_ALONE = Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{4})");
    private static final Pattern YEAR_ALONE = Pattern.compile("\\d{4}");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> ZONES = Map.of(
            "Z", "Z", "UTC", "Z", "GMT", "Z", "UT", "Z", "CET", "+01:00", "CEST", "+02:00", "EST", "-05:00", "EDT",
            "-04:00", "PST", "-08:00", "PDT", "-07:00");

    private DateText() {}

    static Optional<OffsetDateTime> parse(String text) {
        String date = INTRODUCED.matcher(text.strip()).replaceFirst("");
        try {
            return read(date).filter(DateText::plausible);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> read(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            int day = iso.group(3) == null ? 1 : Integer.parseInt(iso.group(3));
            return Optional.of(at(number(iso, 1), number(iso, 2), day, iso, 4));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return Optional.of(at(number(compact, 1), number(compact, 2), number(compact, 3), compact, 4));
        }
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.matches()) {
            return Optional.of(dayFirst(slashes));
        }
        return words(text);
    }

    private static Optional<OffsetDateTime> words(String text) {
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            return month(words.group(2)).map(month -> at(year(words.group(3)), month, number(words, 1), words, 4));
        }
        Matcher asctime = ASCTIME.matcher(text);
        if (asctime.matches()) {
            return month(asctime.group(1))
                    .map(month -> LocalDateTime.of(
                                    number(asctime, 6),
                                    month,
                                    number(asctime, 2),
                                    number(asctime, 3),
                                    number(asctime, 4),
                                    number(asctime, 5))
                            .atOffset(ZoneOffset.UTC));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return month(monthFirst.group(1))
                    .map(month -> at(number(monthFirst, 3), month, number(monthFirst, 2), monthFirst, 4));
        }
        return EPOCH.matcher(text).matches() ? Optional.of(epoch(Long.parseLong(text))) : period(text);
    }

    /** The beginning of a month or year, where no more is said. */
    private static Optional<OffsetDateTime> period(String text) {
        Matcher month = MONTH_ALONE.matcher(text);
        if (month.matches()) {
            return month(month.group(1)).map(number -> startOf(Integer.parseInt(month.group(2)), number));
        }
        return YEAR_ALONE.matcher(text).matches() ? Optional.of(startOf(Integer.parseInt(text), 1)) : Optional.empty();
    }

    private static OffsetDateTime startOf(int year, int month) {
        return LocalDate.of(year, month, 1).atStartOfDay(HERE).toOffsetDateTime();
    }

    /** Day before month, as all of Europe writes it; the other way only where that alone makes a date. */
    private static OffsetDateTime dayFirst(Matcher slashes) {
        boolean american = number(slashes, 2) > 12 && number(slashes, 1) <= 12;
        int day = number(slashes, american ? 2 : 1);
        int month = number(slashes, american ? 1 : 2);
        return at(year(slashes.group(3)), month, day, slashes, 4);
    }

    /** @param time the group of the hour; minute, second and zone follow it */
    private static OffsetDateTime at(int year, int month, int day, Matcher matcher, int time) {
        LocalDate date = LocalDate.of(year, month, day);
        LocalTime clock = matcher.group(time) == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(number(matcher, time), number(matcher, time + 1), orZero(matcher.group(time + 2)));
        LocalDateTime local = date.atTime(clock);
        return offset(matcher.group(time + 3))
                .map(local::atOffset)
                .orElseGet(() -> local.atZone(HERE).toOffsetDateTime());
    }

    private static Optional<ZoneOffset> offset(String zone) {
        if (zone == null) {
            return Optional.empty();
        }
        if (zone.startsWith("+") || zone.startsWith("-")) {
            return Optional.of(ZoneOffset.of(zone));
        }
        return Optional.ofNullable(ZONES.get(zone)).map(ZoneOffset::of);
    }

    private static OffsetDateTime epoch(long number) {
        Instant instant = number > 99_999_999_999L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static boolean plausible(OffsetDateTime date) {
        return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int orZero(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static Optional<Integer> month(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MONTHS.get(key))
                .or(() -> Optional.ofNullable(MONTHS.get(key.substring(0, Math.min(4, key.length())))))
                .or(() -> Optional.ofNullable(MONTHS.get(key.substring(0, 3))));
    }

    /** By their first letters: nl, fr, de, en. Four letters where three are not enough (juin, juil). */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        String[][] names = {
            {"jan"},
            {"feb", "fév", "fev"},
            {"mar", "maa", "mrt", "mär"},
            {"apr", "avr"},
            {"may", "mei", "mai"},
            {"jun", "juin"},
            {"jul", "juil"},
            {"aug", "aoû", "aou"},
            {"sep"},
            {"okt", "oct"},
            {"nov"},
            {"dec", "déc", "dez"}
        };
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i]) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
