package be.vakoogst.operate.console;

import be.vakoogst.run.Run;
import be.vakoogst.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as it goes.
 *
 * @param done items that have ended
 * @param total items that the list has shown so far
 * @param perMinute items a minute since the start
 * @param remaining at that rate, of what the list has shown so far; empty where it cannot be said
 */
record RunProgress(int done, int total, int perMinute, Optional<Duration> remaining) {

    static RunProgress of(Run run, Instant now) {
        int done = run.counts().found() + run.counts().gone();
        int total = Math.max(done, run.listed());
        double minutes = run.startedAt()
                .map(start -> Duration.between(start, run.endedAt().orElse(now)).toMillis() / 60_000.0)
                .orElse(0.0);
        int rate = minutes == 0 ? 0 : (int) Math.round(done / minutes);
        boolean goesOn = run.state() == RunState.RUNNING && rate > 0 && total > done;
        return new RunProgress(
                done,
                total,
                rate,
                goesOn ? Optional.of(Duration.ofSeconds(60L * (total - done) / rate)) : Optional.empty());
    }

    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }
}
