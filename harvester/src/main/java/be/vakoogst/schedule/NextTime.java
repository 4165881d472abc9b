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

    /** The first time after {@code last}; empty when the source runs only on command, or is disabled. */
    static Optional<Instant> after(Instant last, Source source) {
        return source.schedule().filter(unused -> source.enabled()).flatMap(schedule -> switch (schedule) {
            case Schedule.Cron(var expression, var zone) ->
                Optional.ofNullable(CronExpression.parse(expression).next(last.atZone(zone)))
                        .map(ZonedDateTime::toInstant);
            case Schedule.Every(var interval) -> Optional.of(last.plus(interval));
        });
    }
}
