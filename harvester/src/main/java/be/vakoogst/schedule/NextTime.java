package be.vakoogst.schedule;

import be.vakoogst.source.Schedule;
import be.vakoogst.source.Source;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/** When a source's schedule wants it to run next. */
final class NextTime {

    private NextTime() {}

    /**
     * The first time after now, or at once where an interval has passed already.
     *
     * @param lastEnd when its last run ended; empty when it never ran, and then an interval begins with a run
     * @return empty when the source runs only on command, or is disabled
     */
    static Optional<Instant> of(Source source, Instant now, Optional<Instant> lastEnd) {
        return source.schedule().filter(unused -> source.enabled()).flatMap(schedule -> switch (schedule) {
            case Schedule.Cron(var expression, var zone) -> next(CronExpression.parse(expression), now.atZone(zone));
            case Schedule.Every(var interval) ->
                Optional.of(lastEnd.map(end -> end.plus(interval)).orElse(now));
        });
    }

    /**
     * The hour that spring skips counts, moved to the one after it, and the hour that autumn repeats counts once: what is wanted once a day
     * comes once a day. Spring's own reckoning leaves out the first and repeats the second.
     */
    private static Optional<Instant> next(CronExpression cron, ZonedDateTime now) {
        Stream<ZonedDateTime> skipped =
                Stream.ofNullable(cron.next(now.toLocalDateTime())).map(local -> local.atZone(now.getZone()));
        Stream<ZonedDateTime> usual = Stream.iterate(cron.next(now), Objects::nonNull, cron::next)
                .dropWhile(NextTime::repeated)
                .limit(1);
        return Stream.concat(skipped, usual)
                .filter(time -> time.isAfter(now))
                .map(ZonedDateTime::toInstant)
                .min(Comparator.naturalOrder());
    }

    private static boolean repeated(ZonedDateTime time) {
        return !time.withEarlierOffsetAtOverlap().equals(time);
    }
}
