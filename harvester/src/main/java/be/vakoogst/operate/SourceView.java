package be.vakoogst.operate;

import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.run.Run;
import be.vakoogst.schedule.Because;
import be.vakoogst.schedule.Pause;
import be.vakoogst.schedule.Planned;
import be.vakoogst.source.Source;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A source as operators see it.
 *
 * @param paused whether nothing of it runs by itself for the time being, by its file or by an operator
 * @param pause since when and by whom, where an operator paused it
 * @param nextRun empty while nothing of it will run by itself
 * @param nextRunBecause why then
 */
record SourceView(
        SourceId id,
        String name,
        SourceKind kind,
        String connector,
        URI url,
        boolean enabled,
        boolean paused,
        Optional<Pause> pause,
        Optional<Instant> nextRun,
        Optional<Why> nextRunBecause,
        Optional<Run> lastRun) {

    /** @param text the reason in a sentence, in the language of the request */
    record Why(@JsonUnwrapped Because reason, String text) {}

    static SourceView of(
            Source source, Optional<Pause> pause, Optional<Planned> next, Optional<Run> last, Reasons reasons) {
        return new SourceView(
                source.id(),
                source.name(),
                source.kind(),
                source.connector().type(),
                source.connector().url(),
                source.enabled(),
                source.paused() || pause.isPresent(),
                pause,
                next.map(Planned::at),
                next.map(planned -> new Why(planned.because(), reasons.text(planned.because()))),
                last);
    }
}
