package be.vakoogst.schedule;

import be.vakoogst.run.Past;
import be.vakoogst.run.Past.Visit;
import be.vakoogst.schedule.Because.Lead;
import be.vakoogst.source.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long a source with an adaptive schedule is left alone after a run: until it is as likely as not that something changed.
 *
 * <p>How often it changes is estimated from its last runs, n of them, of which X brought something, at I from one to the next on average:
 * {@code ln((n + 0.5) / (n - X + 0.5)) / I} changes in a unit of time (J. Cho and H. Garcia-Molina, Estimating Frequency of Change, ACM
 * Transactions on Internet Technology 3(3), 2003, section 4.2). As this says nothing where nothing ever changed, and little where there are
 * few runs, no wait is more than twice the longest before it. What the list itself says, a {@code ttl} or an update period, and how long its
 * answer holds (RFC 9111) come before that; the operator's bounds before all.
 */
record Rhythm(Duration every, Lead lead, int runs, int changed) {

    /** Runs that are looked back at; older ones tell of other times. */
    static final int VISITS = 11;

    static Rhythm of(Schedule.Adaptive bounds, Past past) {
        Rhythm own =
                past.visits().size() < 2 ? new Rhythm(middle(bounds), Lead.BEGINNING, 0, 0) : learnt(past.visits());
        Rhythm told = past.told().map(each -> own.atLeast(each, Lead.TOLD)).orElse(own);
        Rhythm fresh =
                lifetime(past).map(each -> told.atLeast(each, Lead.FRESH)).orElse(told);
        return fresh.atLeast(bounds.between(), Lead.LEAST).atMost(bounds.and(), Lead.MOST);
    }

    /** As many times the least as times in the most. */
    private static Duration middle(Schedule.Adaptive bounds) {
        return Duration.ofMillis((long)
                Math.sqrt((double) bounds.between().toMillis() * bounds.and().toMillis()));
    }

    private static Rhythm learnt(List<Visit> visits) {
        int runs = visits.size() - 1;
        int changed = (int) visits.stream().limit(runs).filter(Visit::changed).count();
        Duration mean = Duration.between(
                        visits.getLast().end(), visits.getFirst().end())
                .dividedBy(runs);
        double changesPerVisit = Math.log((runs + 0.5) / (runs - changed + 0.5));
        Duration doubled = longest(visits).multipliedBy(2);
        double wait = mean.toMillis() * Math.log(2) / changesPerVisit;
        return wait >= doubled.toMillis()
                ? new Rhythm(doubled, Lead.QUIET, runs, changed)
                : new Rhythm(Duration.ofMillis((long) wait), Lead.CHANGES, runs, changed);
    }

    private static Duration longest(List<Visit> visits) {
        return IntStream.range(1, visits.size())
                .mapToObj(place -> Duration.between(
                        visits.get(place).end(), visits.get(place - 1).end()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<Duration> lifetime(Past past) {
        return past.lastEnd().flatMap(end -> past.freshUntil().map((Instant until) -> Duration.between(end, until)));
    }

    private Rhythm atLeast(Duration least, Lead because) {
        return every.compareTo(least) < 0 ? new Rhythm(least, because, runs, changed) : this;
    }

    private Rhythm atMost(Duration most, Lead because) {
        return every.compareTo(most) > 0 ? new Rhythm(most, because, runs, changed) : this;
    }
}
