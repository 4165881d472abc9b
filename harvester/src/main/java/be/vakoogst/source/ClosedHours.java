package be.vakoogst.source;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Hours of the week in which a source's publisher is left alone.
 *
 * @param from from this time on; on the day that summer time skips it, from the next there is
 * @param to until before this time; where that is not after {@code from}, of the next day; midnight: the whole rest of the day
 * @param days on which they begin
 */
public record ClosedHours(LocalTime from, LocalTime to, Set<DayOfWeek> days, ZoneId zone) {

    public ClosedHours {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("from and to differ, unless both are midnight: the whole day");
        }
    }

    /** When those end that a time falls into; empty when it falls into none. */
    public Optional<Instant> endOf(Instant time) {
        LocalDate today = time.atZone(zone).toLocalDate();
        return Stream.of(today, today.minusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .filter(day -> !time.isBefore(at(day, from)) && time.isBefore(end(day)))
                .map(this::end)
                .findFirst();
    }

    private Instant end(LocalDate day) {
        return at(to.isAfter(from) ? day : day.plusDays(1), to);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }
}
