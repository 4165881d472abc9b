package be.vakoogst.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates in the forms that publishers use: ISO 8601, RFC 822/2822 with Dutch, French, German or English months, day/month/year, epoch seconds.
 * Without a zone: that of Brussels. A date alone: the start of that day. What makes no sense is no date; nothing is invented.
 */
final class DateText {

    private static final ZoneId HERE = ZoneId.of("Europe/Brussels");
    private static final int EARLIEST_YEAR = 1980;
    private static final int LATEST_YEAR = 2100;
    private static final int LONGEST = 100;

    private static final Pattern INTRODUCED = Pattern.compile(
            "(?i)^(?:gepubliceerd|geplaatst|laatst (?:gewijzigd|bijgewerkt)|gewijzigd|bijgewerkt|datum|publié|mis à jour|modifié|published|posted|updated|last (?:modified|updated)|date)(?:\\s+(?:op|le|on))?\\s*:?\\s+");
    /** What word processors and fonts make of a hyphen or a minus. */
    private static final String DASHES = "[\u2010-\u2015\u2212]";

    private static final String TIME =
            "(?:(?:[T ,]+|\\s+[-|]\\s+)(?:om |à |at |um )?(?<hour>\\d{1,2})(?:[:hu]|\\.(?=\\d{2}\\s*(?:uur|u|h)\\b))(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?"
                    + "(?:\\s*uur)?(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?)?";
    private static final String ZONE =
            "\\s*(?:(?:GMT|UTC)?(?<offset>[+-]\\d{2}(?::?\\d{2})?|(?<=GMT|UTC)[+-]\\d)|(?<zone>[A-Z]{1,4})(?![\\p{L}/]))?(?:\\s*\\[?(?<region>[A-Z][a-z]+/[A-Za-z_]+))?";
    private static final String REST = TIME + ZONE + ".*";
    private static final String WEEKDAY = "(?:\\p{L}+(?:\\.?,?\\s+|,))?";

    /** In this order; the first that fits decides. */
    private static final List<Form> FORMS = List.of(
            Form.of("(?<year>\\d{4})(?:[-/.](?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2}))?)?(?![\\dW-])" + REST),
            Form.of(
                    "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?)?"
                            + ZONE),
            Form.of("(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})" + REST),
            Form.of(WEEKDAY
                    + "(?<day>\\d{1,2})(?:er|e|st|nd|rd|th)?\\.?[\\s-]+(?<name>\\p{L}{3,12})\\.?,?[\\s-]+(?<year>\\d{4}|\\d{2})"
                    + REST),
            Form.of(
                    "\\p{L}{3}\\s+(?<name>\\p{L}{3})\\s+(?<day>\\d{1,2})\\s+(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})\\s+(?:(?<zone>[A-Z]{3,4})\\s+)?(?<year>\\d{4})"),
            Form.of(WEEKDAY + "(?<name>\\p{L}{3,12})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})"
                    + REST),
            Form.of("(?<name>\\p{L}{3,12})\\.?\\s+(?<year>\\d{4})"));

    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}-[1-7]");
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("WET", "Z"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"));

    /** Lists give many items one day. */
    private static final Function<String, Optional<OffsetDateTime>> KNOWN = new Repeated<>(DateText::look);

    private final Matcher parts;
    private final Set<String> names;

    private DateText(Matcher parts, Set<String> names) {
        this.parts = parts;
        this.names = names;
    }

    /** @param names of its parts */
    private record Form(Pattern pattern, Set<String> names) {

        static Form of(String regex) {
            Pattern pattern = Pattern.compile(regex);
            return new Form(pattern, pattern.namedGroups().keySet());
        }

        Stream<DateText> read(String text) {
            Matcher parts = pattern.matcher(text);
            return parts.matches() ? Stream.of(new DateText(parts, names)) : Stream.empty();
        }
    }

    static Optional<OffsetDateTime> parse(String text) {
        return KNOWN.apply(text);
    }

    private static Optional<OffsetDateTime> look(String text) {
        String date = INTRODUCED.matcher(text.strip()).replaceFirst("").replaceAll(DASHES, "-");
        try {
            return read(date.substring(0, Math.min(LONGEST, date.length()))).filter(DateText::plausible);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> read(String text) {
        if (EPOCH.matcher(text).matches()) {
            return Optional.of(epoch(Long.parseLong(text)));
        }
        if (WEEK.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text, DateTimeFormatter.ISO_WEEK_DATE);
            return Optional.of(day.atStartOfDay(HERE).toOffsetDateTime());
        }
        return FORMS.stream()
                .flatMap(form -> form.read(text))
                .flatMap(date -> date.whole().stream())
                .findFirst();
    }

    private Optional<OffsetDateTime> whole() {
        return month().map(month -> {
            int day = number("day", 1);
            boolean american = month > 12 && day <= 12;
            LocalDate date = american ? LocalDate.of(year(), day, month) : LocalDate.of(year(), month, day);
            return zoned(
                    date.atStartOfDay().plusHours(hour()).plusMinutes(minute()).plusSeconds(second()));
        });
    }

    private OffsetDateTime zoned(LocalDateTime local) {
        Optional<ZoneId> zone = part("offset")
                .map(offset -> (ZoneId) ZoneOffset.of(offset))
                .or(() -> part("zone").map(ZONES::get).map(ZoneOffset::of))
                .or(() -> part("region").map(ZoneId::of));
        boolean asctime = part("name").isPresent() && part("hour").isPresent() && !names.contains("region");
        return local.atZone(zone.orElse(asctime ? ZoneOffset.UTC : HERE)).toOffsetDateTime();
    }

    private int year() {
        String digits = part("year").orElseThrow();
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private Optional<Integer> month() {
        return part("name").map(DateText::named).orElseGet(() -> Optional.of(number("month", 1)));
    }

    /** 24:00 is the end of a day (ISO 8601-1 section 4.3.8). */
    private int hour() {
        int hour = number("hour", 0);
        Optional<String> half = part("half").map(letter -> letter.toLowerCase(Locale.ROOT));
        if (hour > 24 || hour == 24 && minute() > 0 || half.isPresent() && hour > 12) {
            throw new DateTimeException("no such hour");
        }
        return half.map(letter -> hour % 12 + (letter.equals("p") ? 12 : 0)).orElse(hour);
    }

    private int minute() {
        return below60("minute");
    }

    private int second() {
        return below60("second");
    }

    private int below60(String name) {
        int number = number(name, 0);
        if (number > 59) {
            throw new DateTimeException("no such " + name);
        }
        return number;
    }

    private int number(String name, int otherwise) {
        return part(name).map(Integer::parseInt).orElse(otherwise);
    }

    private Optional<String> part(String name) {
        return names.contains(name) ? Optional.ofNullable(parts.group(name)) : Optional.empty();
    }

    private static OffsetDateTime epoch(long number) {
        Instant instant = number > 99_999_999_999L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static boolean plausible(OffsetDateTime date) {
        return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }

    private static Optional<Integer> named(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MONTHS.get(key.substring(0, Math.min(4, key.length()))))
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
