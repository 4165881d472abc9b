package be.vakoogst.oai;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a repository is cut into lists: set by set, and where that is wanted or needed, window by window of its datestamps. For one walk.
 *
 * <p>The first window of a whole harvest is open towards the past, as {@code earliestDatestamp} is often later than the first record.
 */
final class OaiWindows {

    /** For lists that turn out to be longer than their tokens live. */
    private static final Duration NARROW = Duration.ofDays(30);

    /** Before it there was nothing to harvest by; what bears an older datestamp comes with the first window. */
    private static final Instant FIRST = Instant.parse("1995-01-01T00:00:00Z");

    private final OaiSettings settings;
    private final Optional<Instant> since;
    private Optional<Duration> span;
    private Repository about;

    /** @param since when the last concluded run began; empty: everything is wanted */
    OaiWindows(OaiSettings settings, Repository about, Optional<Instant> since) {
        this.settings = settings;
        this.about = about;
        this.since = since;
        this.span = settings.window();
    }

    /** @param now where the last window ends */
    OaiPlace first(String format, Instant now) {
        return opening(format, 0, about.granularity().write(now));
    }

    private OaiPlace opening(String format, int set, String end) {
        Optional<String> from = since.map(last -> about.granularity().lookBack(last));
        Instant start = from.flatMap(Repository::instant).orElseGet(this::beginning);
        return new OaiPlace(format, set, from, span.map(length -> until(start, length, end)), Optional.empty(), end);
    }

    private Instant beginning() {
        return about.earliest().filter(FIRST::isBefore).orElse(FIRST);
    }

    /** Without windows, a list has no end of its own: what is added meanwhile comes along. */
    private String until(Instant start, Duration length, String end) {
        String until = about.granularity().write(start.plus(length));
        return until.compareTo(end) > 0 ? end : until;
    }

    /** The next window of the set, else the first of the next set. */
    Optional<OaiPlace> after(OaiPlace here) {
        return here.until()
                .filter(until -> until.compareTo(here.end()) < 0)
                .flatMap(Repository::instant)
                .map(until -> window(here, about.granularity().behind(until)))
                .or(() -> setAfter(here));
    }

    private OaiPlace window(OaiPlace here, Instant start) {
        return new OaiPlace(
                here.format(),
                here.set(),
                Optional.of(about.granularity().write(start)),
                Optional.of(until(start, span.orElse(NARROW), here.end())),
                Optional.empty(),
                here.end());
    }

    private Optional<OaiPlace> setAfter(OaiPlace here) {
        return here.set() + 1 < settings.sets().size()
                ? Optional.of(opening(here.format(), here.set() + 1, here.end()))
                : Optional.empty();
    }

    /** The list that stands there from its beginning: once more as it is, or in windows where it was not cut yet. */
    OaiPlace again(OaiPlace here, boolean narrower) {
        if (!narrower || here.until().isPresent()) {
            return here.atItsBeginning();
        }
        span = Optional.of(NARROW);
        return opening(here.format(), here.set(), here.end());
    }

    /** The set in one list without bounds, as identifiers are listed. */
    Optional<OaiPlace> unbounded(OaiPlace here, int set) {
        return set == 0 || set < settings.sets().size()
                ? Optional.of(new OaiPlace(
                        here.format(), set, Optional.empty(), Optional.empty(), Optional.empty(), here.end()))
                : Optional.empty();
    }

    /** The same place in the other granularity, for a repository that claims one and takes the other. */
    OaiPlace inOtherGranularity(OaiPlace here) {
        about = about.withOtherGranularity();
        return new OaiPlace(
                here.format(),
                here.set(),
                here.from().map(this::rewritten),
                here.until().map(this::rewritten),
                Optional.empty(),
                rewritten(here.end()));
    }

    private String rewritten(String datestamp) {
        return Repository.instant(datestamp).map(about.granularity()::write).orElse(datestamp);
    }
}
