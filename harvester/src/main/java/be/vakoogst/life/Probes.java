package be.vakoogst.life;

import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How hosts answer to an address that cannot exist: asked once a day for each folder of a host. Safe for many threads. */
final class Probes {

    private static final Duration VALID = Duration.ofDays(1);
    private static final int MOST = 2000;

    private final Fetcher fetcher;
    private final InstantSource clock;
    private final Map<URI, Probe> known = new LinkedHashMap<>();

    Probes(Fetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** What came of it: where it led and what was to be seen there; empty when the host says honestly that nothing is there, or says nothing. */
    private record Probe(Instant at, Optional<Seen> seen) {}

    record Seen(URI url, Visible page) {}

    Optional<Seen> beside(URI url, Politeness politeness) {
        URI folder = url.resolve("./");
        Instant now = clock.instant();
        Optional<Probe> probe = remembered(folder, now);
        if (probe.isPresent()) {
            return probe.get().seen();
        }
        Optional<Seen> seen = ask(folder.resolve("vakoogst-" + UUID.randomUUID()), politeness);
        remember(folder, new Probe(now, seen));
        return seen;
    }

    private synchronized Optional<Probe> remembered(URI folder, Instant now) {
        return Optional.ofNullable(known.get(folder))
                .filter(probe -> probe.at().plus(VALID).isAfter(now));
    }

    private synchronized void remember(URI folder, Probe probe) {
        known.put(folder, probe);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private Optional<Seen> ask(URI invented, Politeness politeness) {
        if (fetcher.fetch(FetchRequest.of(invented, FetchRequest.Wanted.PAGE, politeness))
                instanceof Fetched.Fresh fresh) {
            try (var _ = fresh.body()) {
                return Optional.of(new Seen(fresh.url(), Visible.of(fresh)));
            }
        }
        return Optional.empty();
    }
}
