package be.vakoogst.feed;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * How long a feed says to wait before it is asked again: {@code ttl} in minutes (RSS 2.0), or {@code sy:updatePeriod} divided by
 * {@code sy:updateFrequency} (RSS 1.0 Syndication module, which Atom feeds carry too). The longer of the two.
 */
final class FeedRhythm {

    private static final String NUMBER = "\\d{1,7}";

    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private FeedRhythm() {}

    static Optional<Duration> of(Element channel) {
        Duration ttl = Duration.ofMinutes(number(channel, "ttl", 0));
        Duration period = PERIODS.getOrDefault(
                RssReading.child(channel, "sy:updateperiod").toLowerCase(Locale.ROOT), Duration.ZERO);
        Duration each = period.dividedBy(Math.max(1, number(channel, "sy:updatefrequency", 1)));
        return Optional.of(ttl.compareTo(each) > 0 ? ttl : each).filter(Duration::isPositive);
    }

    private static long number(Element channel, String name, long otherwise) {
        return Optional.of(RssReading.child(channel, name))
                .filter(text -> text.matches(NUMBER))
                .map(Long::parseLong)
                .orElse(otherwise);
    }
}
