package be.vakoogst.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClosedHoursTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void theyAreThoseOfTheirZoneInSummerAndInWinter() {
        ClosedHours office = hours("08:00", "17:00", EnumSet.allOf(DayOfWeek.class));

        assertThat(office.endOf(Instant.parse("2026-01-10T07:00:00Z"))).contains(Instant.parse("2026-01-10T16:00:00Z"));
        assertThat(office.endOf(Instant.parse("2026-07-10T06:00:00Z"))).contains(Instant.parse("2026-07-10T15:00:00Z"));
        assertThat(office.endOf(Instant.parse("2026-01-10T06:59:59Z"))).isEmpty();
        assertThat(office.endOf(Instant.parse("2026-01-10T16:00:00Z"))).isEmpty();
    }

    @Test
    void theyGoOnAfterMidnightOfTheDayOnWhichTheyBegin() {
        ClosedHours fridayNight = hours("22:00", "06:00", Set.of(DayOfWeek.FRIDAY));

        assertThat(fridayNight.endOf(Instant.parse("2026-01-10T03:00:00Z")))
                .contains(Instant.parse("2026-01-10T05:00:00Z"));
        assertThat(fridayNight.endOf(Instant.parse("2026-01-11T03:00:00Z"))).isEmpty();
    }

    @Test
    void theNightOnWhichSummerTimeBeginsIsAnHourShorter() {
        ClosedHours night = hours("22:00", "06:00", EnumSet.allOf(DayOfWeek.class));

        assertThat(night.endOf(Instant.parse("2026-03-28T21:00:00Z"))).contains(Instant.parse("2026-03-29T04:00:00Z"));
    }

    @Property
    void theirEndIsLaterThanAnyTimeInThemAndNotInThemItself(
            @ForAll("anyHours") ClosedHours hours, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant time = Instant.ofEpochSecond(second);

        hours.endOf(time).ifPresent(end -> {
            assertThat(end).isAfter(time);
            assertThat(hours.endOf(end.minusMillis(1))).contains(end);
        });
    }

    @Provide
    Arbitrary<ClosedHours> anyHours() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.of(minute / 60, minute % 60));
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        return Combinators.combine(times, times, days)
                .filter((from, to, on) -> !from.equals(to))
                .as((from, to, on) -> new ClosedHours(from, to, on, BRUSSELS));
    }

    private static ClosedHours hours(String from, String to, Set<DayOfWeek> days) {
        return new ClosedHours(LocalTime.parse(from), LocalTime.parse(to), days, BRUSSELS);
    }
}
