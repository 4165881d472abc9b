package be.vakoogst.schedule;

import be.vakoogst.run.Gate;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.run.Trigger;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether a run may go now. What a schedule wants waits while its source is paused or disabled; what somebody asked for does not. In closed
 * hours everything waits that would ask the publisher.
 */
class Openings implements Gate {

    private static final Hold PAUSED = new Hold("waits because its source is paused", Optional.empty());

    private final Sources sources;
    private final Pauses pauses;
    private final InstantSource clock;

    Openings(Sources sources, Pauses pauses, InstantSource clock) {
        this.sources = sources;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Why a run waits.
     *
     * @param until empty: until somebody changes something
     */
    record Hold(String why, Optional<Instant> until) {}

    @Override
    public Optional<String> shut(Run run) {
        return sources.find(run.source()).flatMap(source -> hold(run, source)).map(Hold::why);
    }

    /** As the source is now; empty when the run may go. */
    Optional<Hold> hold(Run run, Source source) {
        if (run.trigger() == Trigger.SCHEDULE && paused(source)) {
            return Optional.of(PAUSED);
        }
        return run.mode() == Mode.REPROCESS ? Optional.empty() : closed(source);
    }

    /** The same for what a source's schedule wants and nobody has asked for yet. */
    Optional<Hold> holdOfSchedule(Source source) {
        return paused(source) || source.schedule().isEmpty() ? Optional.of(PAUSED) : closed(source);
    }

    boolean paused(Source source) {
        return source.paused() || !source.enabled() || pauses.of(source.id()).isPresent();
    }

    private Optional<Hold> closed(Source source) {
        Instant now = clock.instant();
        Optional<Instant> open = source.openFrom(now);
        String until = open.map(time -> "until " + time.truncatedTo(ChronoUnit.MINUTES))
                .orElse("all the week");
        return open.filter(now::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Hold("waits because its source is closed " + until, open));
    }
}
