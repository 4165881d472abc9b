package be.vakoogst.schedule;

import be.vakoogst.source.Schedule;
import be.vakoogst.source.Source;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
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

    private static Optional<Instant> next(CronExpression cron, ZonedDateTime now) {
        return Optional.ofNullable(cron.next(now)).map(ZonedDateTime::toInstant);
    }
}
