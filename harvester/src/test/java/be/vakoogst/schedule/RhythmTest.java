package be.vakoogst.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.run.Past;
import be.vakoogst.run.Past.Visit;
import be.vakoogst.schedule.Because.Lead;
import be.vakoogst.source.Schedule.Adaptive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Adaptive BOUNDS = Adaptive.DEFAULT;

    @Property
    void whateverIsKnownTheBoundsHold(@ForAll("bounds") Adaptive bounds, @ForAll("pasts") Past past) {
        assertThat(Rhythm.of(bounds, past).every()).isBetween(bounds.between(), bounds.and());
    }

    @Property
    void oneMoreChangeNeverMakesTheWaitLonger(
            @ForAll("visits") List<Visit> visits, @ForAll @IntRange(max = 9) int which) {
        List<Visit> livelier = new ArrayList<>(visits);
        if (which < visits.size()) {
            livelier.set(which, new Visit(visits.get(which).end(), true));
        }

        assertThat(Rhythm.of(BOUNDS, past(livelier)).every())
                .isLessThanOrEqualTo(Rhythm.of(BOUNDS, past(visits)).every());
    }

    @Property
    void whatTheListSaysIsObeyedUpToTheMostThatIsAllowed(
            @ForAll("visits") List<Visit> visits, @ForAll("durations") Duration told) {
        Past past = new Past(Optional.of(NOW), visits, Optional.of(told), Optional.empty());
        Duration wished = told.compareTo(BOUNDS.and()) < 0 ? told : BOUNDS.and();

        assertThat(Rhythm.of(BOUNDS, past).every()).isGreaterThanOrEqualTo(wished);
    }

    @Property
    void whatIsQuietIsLeftAloneForAtMostTwiceAsLongAsBefore(@ForAll("visits") List<Visit> visits) {
        Duration longest = IntStream.range(1, visits.size())
                .mapToObj(place -> Duration.between(
                        visits.get(place).end(), visits.get(place - 1).end()))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        Duration most =
                BOUNDS.between().compareTo(longest.multipliedBy(2)) > 0 ? BOUNDS.between() : longest.multipliedBy(2);

        if (visits.size() > 1) {
            assertThat(Rhythm.of(BOUNDS, past(visits)).every()).isLessThanOrEqualTo(most);
        }
    }

    /** A source that changes at a steady pace is soon looked at a few times per change, whatever it began with. */
    @Property(tries = 200)
    void itFindsThePaceOfItsSource(@ForAll @IntRange(min = 6, max = 200) int hours) {
        List<Visit> visits = List.of();
        Instant last = NOW;
        for (int run = 0; run < 60; run++) {
            Duration wait = Rhythm.of(BOUNDS, new Past(Optional.of(last), visits, Optional.empty(), Optional.empty()))
                    .every();
            Instant next = last.plus(wait);
            visits = looked(visits, next, changes(next, hours) > changes(last, hours));
            last = next;
        }

        Duration mean = Duration.between(
                        visits.getLast().end(), visits.getFirst().end())
                .dividedBy(visits.size() - 1);
        assertThat(mean)
                .isBetween(
                        Duration.ofHours(hours).dividedBy(8),
                        Duration.ofHours(hours).multipliedBy(2));
    }

    private static long changes(Instant until, int hours) {
        return Duration.between(NOW, until).toMinutes() / (hours * 60L);
    }

    private static List<Visit> looked(List<Visit> visits, Instant at, boolean changed) {
        List<Visit> all = new ArrayList<>(List.of(new Visit(at, changed)));
        all.addAll(visits);
        return all.stream().limit(Rhythm.VISITS).toList();
    }

    @Test
    void itSaysWhatDecided() {
        assertThat(Rhythm.of(BOUNDS, Past.NONE).lead()).isEqualTo(Lead.BEGINNING);
        assertThat(Rhythm.of(BOUNDS, past(daily(true, false, true, false)))).satisfies(rhythm -> {
            assertThat(rhythm.lead()).isEqualTo(Lead.CHANGES);
            assertThat(rhythm.runs()).isEqualTo(3);
            assertThat(rhythm.changed()).isEqualTo(2);
            assertThat(rhythm.every()).isBetween(Duration.ofHours(19), Duration.ofHours(20));
        });
        assertThat(Rhythm.of(BOUNDS, past(daily(false, false, false))))
                .isEqualTo(new Rhythm(Duration.ofDays(2), Lead.QUIET, 2, 0));
        assertThat(Rhythm.of(new Adaptive(Duration.ofDays(5), Duration.ofDays(6)), past(daily(true, true)))
                        .lead())
                .isEqualTo(Lead.LEAST);
        assertThat(Rhythm.of(new Adaptive(Duration.ofHours(1), Duration.ofHours(2)), past(daily(false, false)))
                        .lead())
                .isEqualTo(Lead.MOST);
        assertThat(Rhythm.of(
                                BOUNDS,
                                new Past(
                                        Optional.of(NOW),
                                        daily(true, true),
                                        Optional.of(Duration.ofDays(3)),
                                        Optional.empty()))
                        .lead())
                .isEqualTo(Lead.TOLD);
        assertThat(Rhythm.of(
                        BOUNDS,
                        new Past(
                                Optional.of(NOW),
                                daily(true, true),
                                Optional.empty(),
                                Optional.of(NOW.plus(Duration.ofDays(1))))))
                .satisfies(rhythm -> assertThat(rhythm.lead()).isEqualTo(Lead.FRESH))
                .satisfies(rhythm -> assertThat(rhythm.every()).isEqualTo(Duration.ofDays(1)));
    }

    /** The latest first. */
    private static List<Visit> daily(boolean... changed) {
        return IntStream.range(0, changed.length)
                .mapToObj(days -> new Visit(NOW.minus(Duration.ofDays(days)), changed[days]))
                .toList();
    }

    private static Past past(List<Visit> visits) {
        return new Past(Optional.of(NOW), visits, Optional.empty(), Optional.empty());
    }

    @Provide
    Arbitrary<Adaptive> bounds() {
        return Combinators.combine(durations(), durations())
                .as((one, other) -> one.compareTo(other) < 0 ? new Adaptive(one, other) : new Adaptive(other, one));
    }

    @Provide
    Arbitrary<Past> pasts() {
        return Combinators.combine(visits(), durations().optional(), durations().optional())
                .as((visits, told, fresh) ->
                        new Past(visits.stream().findFirst().map(Visit::end), visits, told, fresh.map(NOW::plus)));
    }

    @Provide
    Arbitrary<List<Visit>> visits() {
        return Combinators.combine(durations(), Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(Rhythm.VISITS)
                .map(RhythmTest::visits);
    }

    private record Step(Duration before, boolean changed) {}

    private static List<Visit> visits(List<Step> steps) {
        List<Visit> visits = new ArrayList<>();
        Instant end = NOW;
        for (Step step : steps) {
            visits.add(new Visit(end, step.changed()));
            end = end.minus(step.before());
        }
        return visits;
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(1, 60L * 24 * 60 * 60).map(Duration::ofSeconds);
    }
}
