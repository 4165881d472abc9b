package be.vakoogst.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.publisher.Offered;
import be.vakoogst.source.Schedule;
import be.vakoogst.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

        assertThat(NextTime.of(daily, now, Optional.empty())).contains(now);
        assertThat(NextTime.of(daily, now, Optional.of(now.minusSeconds(3600)))).contains(now.plusSeconds(23 * 3600));
    }

    @Test
    void whatIsDisabledOrHasNoScheduleNeverComes() {
        assertThat(NextTime.of(source(new Schedule.Every(Duration.ofDays(1)), false), Instant.EPOCH, Optional.empty()))
                .isEmpty();
        assertThat(NextTime.of(
                        Offered.source("feed", URI.create("https://vakblad.example/feed"), Map.of()),
                        Instant.EPOCH,
                        Optional.empty()))
                .isEmpty();
    }

    private static List<String> times(Source source, String after, int count) {
        return Stream.iterate(
                        Instant.parse(after),
                        last -> NextTime.of(source, last, Optional.empty()).orElseThrow())
                .skip(1)
                .limit(count)
                .map(Instant::toString)
                .toList();
    }

    private static Source source(Schedule schedule, boolean enabled) {
        Source plain = Offered.source("feed", URI.create("https://vakblad.example/feed"), Map.of());
        return new Source(
                plain.id(),
                plain.name(),
                plain.organisation(),
                plain.kind(),
                plain.connector(),
                Optional.of(schedule),
                plain.politeness(),
                plain.defaults(),
                plain.urls(),
                plain.selectors(),
                plain.limits(),
                enabled);
    }
}
