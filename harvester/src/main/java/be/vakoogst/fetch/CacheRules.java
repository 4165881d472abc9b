package be.vakoogst.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer's headers say about its life (RFC 9111). */
final class CacheRules {

    /** However long a publisher says; feeds are often misconfigured. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern ASK_AGAIN = Pattern.compile("(?i)\\b(no-cache|no-store)\\b");

    private CacheRules() {}

    static Validators validators(Answer.Status answer, Instant now, Optional<URI> movedTo) {
        return new Validators(answer.header("etag"), answer.header("last-modified"), freshUntil(answer, now), movedTo);
    }

    /** A 304 refreshes what it names and leaves the rest (RFC 9111 section 4.3.4). */
    static Validators refreshed(Validators old, Answer.Status answer, Instant now, Optional<URI> movedTo) {
        return new Validators(
                answer.header("etag").or(old::etag),
                answer.header("last-modified").or(old::lastModified),
                freshUntil(answer, now),
                movedTo);
    }

    private static Optional<Instant> freshUntil(Answer.Status answer, Instant now) {
        String control = answer.header("cache-control").orElse("");
        if (ASK_AGAIN.matcher(control).find()) {
            return Optional.empty();
        }
        Matcher age = MAX_AGE.matcher(control);
        Optional<Instant> until = age.find()
                ? Optional.of(now.plusSeconds(Long.parseLong(age.group(1)) - secondsInCaches(answer)))
                : answer.header("expires").flatMap(CacheRules::date);
        return until.filter(now::isBefore).map(time -> earlier(time, now.plus(LONGEST)));
    }

    /** How long it was on its way already (RFC 9111 section 5.1). */
    private static long secondsInCaches(Answer.Status answer) {
        return answer.header("age")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** {@code Retry-After}: seconds or a date (RFC 9110 section 10.2.3); a date that is past says nothing. */
    static Optional<Duration> retryAfter(Answer.Status answer, Instant now) {
        return answer.header("retry-after")
                .map(String::strip)
                .flatMap(text -> text.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : date(text).map(until -> Duration.between(now, until)))
                .filter(wait -> !wait.isNegative());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
