package be.vakoogst.schedule;

import be.vakoogst.run.Gate;
import be.vakoogst.run.Past;
import be.vakoogst.run.Run;
import be.vakoogst.run.Runs;
import be.vakoogst.source.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** When each source runs next, as everything is now: what waits in its queue, its schedule, pauses and closed hours. */
class Timetable {

    private final Runs runs;
    private final Openings openings;
    private final InstantSource clock;

    Timetable(Runs runs, Openings openings, InstantSource clock) {
        this.runs = runs;
        this.openings = openings;
        this.clock = clock;
    }

    Gate gate() {
        return openings;
    }

    /** Empty while nothing of it will run. Tells a run that has to wait why. */
    Optional<Planned> next(Source source) {
        return runs.nextOf(source.id())
                .map(run -> waiting(run, source))
                .orElseGet(() -> openings.paused(source)
                        ? Optional.empty()
                        : NextTime.of(source, clock.instant(), past(source)));
    }

    private Optional<Planned> waiting(Run run, Source source) {
        Instant now = clock.instant();
        return hold(run, source)
                .map(hold -> hold.until().map(until -> new Planned(until, new Because.Opening(now))))
                .orElseGet(() -> Optional.of(new Planned(now, new Because.Asked())));
    }

    /** Why a source's next run has to wait; empty where it may go now, be it asked for or by its schedule. */
    Optional<Openings.Hold> hold(Source source, Optional<Run> next) {
        return next.map(run -> hold(run, source)).orElseGet(() -> openings.holdOfSchedule(source));
    }

    private Optional<Openings.Hold> hold(Run run, Source source) {
        Optional<Openings.Hold> hold = openings.hold(run, source);
        hold.ifPresent(why -> runs.waits(run, why.why()));
        return hold;
    }

    private Past past(Source source) {
        return runs.past(source, Rhythm.VISITS);
    }
}
