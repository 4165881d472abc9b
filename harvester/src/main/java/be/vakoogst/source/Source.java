package be.vakoogst.source;

import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.resource.SourceReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One source.
 *
 * @param organisation who stands behind it, where that is not its name
 * @param schedule when it runs; none: only on command
 * @param closed hours in which its publisher is left alone
 * @param paused whether nothing of it runs by itself for the time being
 * @param passOn what it lets us hand on to others
 * @param urls which of its items are wanted
 * @param selectors CSS selectors that read a field of its pages better than any statement does, by field code such as {@code title}
 */
public record Source(
        SourceId id,
        String name,
        Optional<String> organisation,
        SourceKind kind,
        ConnectorSettings connector,
        Optional<Schedule> schedule,
        List<ClosedHours> closed,
        boolean paused,
        Politeness politeness,
        Defaults defaults,
        PassOn passOn,
        UrlPatterns urls,
        Map<String, String> selectors,
        Limits limits,
        boolean enabled) {

    private static final Duration WEEK = Duration.ofDays(7);

    public Source {
        closed = List.copyOf(closed);
        selectors = Map.copyOf(selectors);
    }

    /** From when on, not before a time, its publisher may be asked; empty when closed hours follow on one another for a whole week. */
    public Optional<Instant> openFrom(Instant time) {
        return Stream.iterate(Optional.of(time), Optional::isPresent, last -> closedUntil(last.orElseThrow()))
                .flatMap(Optional::stream)
                .takeWhile(open -> open.isBefore(time.plus(WEEK)))
                .reduce((earlier, later) -> later)
                .filter(open -> closedUntil(open).isEmpty());
    }

    private Optional<Instant> closedUntil(Instant time) {
        return closed.stream().flatMap(hours -> hours.endOf(time).stream()).max(Comparator.naturalOrder());
    }

    public SourceReference reference() {
        return new SourceReference(id, name, kind);
    }
}
