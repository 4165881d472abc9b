package be.vakoogst.operate.console;

import be.vakoogst.failure.Stage;
import be.vakoogst.run.FailureGroup;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run as it goes.
 *
 * @param done items that have ended
 * @param total items that the list has shown so far
 * @param perMinute items a minute since the start
 * @param remaining at that rate, of what the list has shown so far; empty where it cannot be said
 * @param stages how far items came, in the order they pass
 */
record RunProgress(int done, int total, int perMinute, Optional<Duration> remaining, List<StagePassed> stages) {

    /**
     * A step on the way of the items.
     *
     * @param passed items that are through
     * @param lost items that ended there
     */
    record StagePassed(Stage stage, int passed, int lost) {}

    static RunProgress of(Run run, List<FailureGroup> failures, Instant now) {
        int done = run.counts().found() + run.counts().gone();
        int total = Math.max(done, run.listed());
        int rate = rate(run, done, now);
        boolean goesOn = run.state() == RunState.RUNNING && rate > 0 && total > done;
        return new RunProgress(
                done,
                total,
                rate,
                goesOn ? Optional.of(Duration.ofSeconds(60L * (total - done) / rate)) : Optional.empty(),
                stages(done, total, failures));
    }

    private static int rate(Run run, int done, Instant now) {
        double minutes = run.startedAt()
                .map(start -> Duration.between(start, run.endedAt().orElse(now)).toMillis() / 60_000.0)
                .orElse(0.0);
        return minutes == 0 ? 0 : (int) Math.round(done / minutes);
    }

    private static List<StagePassed> stages(int done, int total, List<FailureGroup> failures) {
        List<StagePassed> stages = new ArrayList<>();
        int left = done;
        for (Stage stage : Stage.values()) {
            int lost = lost(stage, failures);
            left -= lost;
            stages.add(new StagePassed(stage, stage == Stage.DISCOVER ? total - lost : left, lost));
        }
        return stages;
    }

    private static int lost(Stage stage, List<FailureGroup> failures) {
        return failures.stream()
                .filter(FailureGroup::lost)
                .filter(group -> group.stage().equals(stage.code()))
                .mapToInt(FailureGroup::count)
                .sum();
    }

    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }
}
