package be.vakoogst.schedule;

import be.vakoogst.run.Past;
import be.vakoogst.source.Schedule;
import be.vakoogst.source.Source;
import java.time.Duration;
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
     * The first time after the last run, so that one that was missed is caught up, once; not in closed hours.
     *
     * @param past where it never ran, an interval begins with a run, and cron with its next time
     * @return empty when the source runs only on command, is disabled or paused in its file, or has no open hours
     */
    static Optional<Planned> of(Source source, Instant now, Past past) {
        return source.schedule()
                .filter(unused -> source.enabled() && !source.paused())
                .flatMap(schedule -> wanted(schedule, now, past))
                .flatMap(planned -> open(planned, source, now));
    }

    private static Optional<Planned> wanted(Schedule schedule, Instant now, Past past) {
        return switch (schedule) {
            case Schedule.Cron cron -> cron(cron, now, past);
            case Schedule.Every(var interval) ->
                Optional.of(behindLast(interval, new Because.Interval(interval), now, past));
            case Schedule.Adaptive bounds -> Optional.of(adaptive(Rhythm.of(bounds, past), now, past));
        };
    }

    private static Optional<Planned> cron(Schedule.Cron cron, Instant now, Past past) {
        Instant since = past.lastEnd().filter(now::isAfter).orElse(now);
        return next(CronExpression.parse(cron.expression()), since.atZone(cron.zone()))
                .map(at -> new Planned(
                        at,
                        at.isAfter(now)
                                ? new Because.Cron(cron.expression(), cron.zone())
                                : new Because.Missed(cron.expression(), cron.zone())));
    }

    private static Planned adaptive(Rhythm rhythm, Instant now, Past past) {
        return behindLast(
                rhythm.every(),
                new Because.Adaptive(rhythm.every(), rhythm.lead(), rhythm.runs(), rhythm.changed()),
                now,
                past);
    }

    private static Planned behindLast(Duration wait, Because because, Instant now, Past past) {
        return past.lastEnd()
                .map(end -> new Planned(end.plus(wait), because))
                .orElseGet(() -> new Planned(now, new Because.First()));
    }

    /** What is wanted in closed hours comes when they end; what is overdue, when they end now. */
    private static Optional<Planned> open(Planned planned, Source source, Instant now) {
        Instant earliest = planned.at().isBefore(now) ? now : planned.at();
        return source.openFrom(earliest)
                .map(open -> open.equals(earliest) ? planned : new Planned(open, new Because.Opening(planned.at())));
    }

    /** From the next time by a cron expression to the one after it, or the interval itself; the same empty. */
    static Optional<Duration> interval(Source source, Instant now) {
        return source.schedule()
                .filter(unused -> source.enabled() && !source.paused())
                .flatMap(schedule -> interval(schedule, now));
    }

    private static Optional<Duration> interval(Schedule schedule, Instant now) {
        return switch (schedule) {
            case Schedule.Cron(var expression, var zone) -> {
                CronExpression cron = CronExpression.parse(expression);
                yield next(cron, now.atZone(zone))
                        .flatMap(
                                first -> next(cron, first.atZone(zone)).map(second -> Duration.between(first, second)));
            }
            case Schedule.Every(var interval) -> Optional.of(interval);
            case Schedule.Adaptive bounds -> Optional.of(bounds.and());
        };
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
