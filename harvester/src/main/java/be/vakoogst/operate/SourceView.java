package be.vakoogst.operate;

import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.run.Run;
import be.vakoogst.source.Source;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A source as operators see it. */
record SourceView(
        SourceId id,
        String name,
        SourceKind kind,
        String connector,
        URI url,
        boolean enabled,
        Optional<Instant> nextRun,
        Optional<Run> lastRun) {

    static SourceView of(Source source, Optional<Instant> next, Optional<Run> last) {
        return new SourceView(
                source.id(),
                source.name(),
                source.kind(),
                source.connector().type(),
                source.connector().url(),
                source.enabled(),
                next,
                last);
    }
}
