package be.vakoogst.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.publisher.Offered;
import be.vakoogst.run.Past;
import be.vakoogst.source.ClosedHours;
import be.vakoogst.source.Schedule;
import be.vakoogst.source.Source;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NextTimeTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void anHourOfTheDayIsThatOfItsZoneInSummerAndInWinter() {
        Source five = source(new Schedule.Cron("0 0 5 * * *", BRUSSELS), true);

        assertThat(times(five, "2026-01-10T12:00:00Z", 1)).containsExactly("2026-01-11T04:00:00Z");
        assertThat(times(five, "2026-07-10T12:00:00Z", 1)).containsExactly("2026-07-11T03:00:00Z");
    }

    @Test
    void theHourThatSpringSkipsComesAnHourLater() {
        Source halfPastTwo = source(new Schedule.Cron("0 30 2 * * *", BRUSSELS), true);

        assertThat(times(halfPastTwo, "2026-03-27T12:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void theHourThatAutumnRepeatsComesOnce() {
        Source halfPastTwo = source(new Schedule.Cron("0 30 2 * * *", BRUSSELS), true);

        assertThat(times(halfPastTwo, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void anIntervalCountsFromTheEndOfTheLastRunAndBeginsWithOne() {
        Source daily = source(new Schedule.Every(Duration.ofDays(1)), true);
        Instant now = Instant.parse("2026-05-01T10:00:00Z");

        assertThat(at(daily, now, Past.NONE)).contains(now);
        assertThat(at(daily, now, endedAt(now.minusSeconds(3600)))).contains(now.plusSeconds(23 * 3600));
    }

    @Test
    void whatIsDisabledOrHasNoScheduleNeverComes() {
        assertThat(at(source(new Schedule.Every(Duration.ofDays(1)), false), Instant.EPOCH, Past.NONE))
                .isEmpty();
        assertThat(at(
                        Offered.source("feed", URI.create("https://vakblad.example/feed"), Map.of()),
                        Instant.EPOCH,
                        Past.NONE))
                .isEmpty();
        assertThat(at(paused(), Instant.EPOCH, Past.NONE)).isEmpty();
    }

    @Test
    void aTimeThatWasMissedIsWantedAtOnceAndOnlyOnce() {
        Source five = source(new Schedule.Cron("0 0 5 * * *", BRUSSELS), true);
        Instant now = Instant.parse("2026-01-13T12:00:00Z");

        Planned missed = NextTime.of(five, now, endedAt(Instant.parse("2026-01-10T04:30:00Z")))
                .orElseThrow();
        Planned next = NextTime.of(five, now.plusSeconds(60), endedAt(now)).orElseThrow();

        assertThat(missed.at()).isBefore(now);
        assertThat(missed.because()).isInstanceOf(Because.Missed.class);
        assertThat(next.at()).isEqualTo("2026-01-14T04:00:00Z");
        assertThat(next.because()).isInstanceOf(Because.Cron.class);
    }

    @Test
    void whatIsWantedInClosedHoursComesWhenTheyEnd() {
        ClosedHours office = new ClosedHours(
                LocalTime.of(8, 0), LocalTime.of(17, 30), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), BRUSSELS);
        Source nine = closed(new Schedule.Cron("0 0 9 * * *", BRUSSELS), office);

        Planned tuesday = NextTime.of(nine, Instant.parse("2026-01-13T00:00:00Z"), Past.NONE)
                .orElseThrow();
        Planned saturday = NextTime.of(nine, Instant.parse("2026-01-17T00:00:00Z"), Past.NONE)
                .orElseThrow();

        assertThat(tuesday.at()).isEqualTo("2026-01-13T16:30:00Z");
        assertThat(tuesday.because()).isEqualTo(new Because.Opening(Instant.parse("2026-01-13T08:00:00Z")));
        assertThat(saturday.at()).isEqualTo("2026-01-17T08:00:00Z");
    }

    @Test
    void whatIsNeverOpenNeverComes() {
        ClosedHours always =
                new ClosedHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class), BRUSSELS);

        assertThat(at(closed(new Schedule.Every(Duration.ofHours(1)), always), Instant.EPOCH, Past.NONE))
                .isEmpty();
    }

    private static Optional<Instant> at(Source source, Instant now, Past past) {
        return NextTime.of(source, now, past).map(Planned::at);
    }

    private static Past endedAt(Instant end) {
        return new Past(Optional.of(end), List.of(), Optional.empty(), Optional.empty());
    }

    private static List<String> times(Source source, String after, int count) {
        return Stream.iterate(
                        Instant.parse(after),
                        last -> at(source, last, Past.NONE).orElseThrow())
                .skip(1)
                .limit(count)
                .map(Instant::toString)
                .toList();
    }

    private static Source source(Schedule schedule, boolean enabled) {
        return source(schedule, List.of(), false, enabled);
    }

    private static Source closed(Schedule schedule, ClosedHours hours) {
        return source(schedule, List.of(hours), false, true);
    }

    private static Source paused() {
        return source(new Schedule.Every(Duration.ofDays(1)), List.of(), true, true);
    }

    private static Source source(Schedule schedule, List<ClosedHours> closed, boolean paused, boolean enabled) {
        Source plain = Offered.source("feed", URI.create("https://vakblad.example/feed"), Map.of());
        return new Source(
                plain.id(),
                plain.name(),
                plain.organisation(),
                plain.kind(),
                plain.connector(),
                Optional.of(schedule),
                closed,
                paused,
                plain.politeness(),
                plain.defaults(),
                plain.passOn(),
                plain.urls(),
                plain.selectors(),
                plain.limits(),
                enabled);
    }
}
