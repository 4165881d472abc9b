package be.vakoogst.run;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Stage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Runs and how their items ended, for machines that watch; all labels are constants of enums. */
class RunMeters {

    private static final String NO_STAGE = "none";

    private final MeterRegistry registry;

    /** All series are there from the start, so that a first failure is seen as a rise. */
    RunMeters(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(RunState.values()).filter(RunState::isEnd).forEach(this::runs);
        for (RunItem.Outcome outcome : RunItem.Outcome.values()) {
            items(outcome, Optional.empty());
        }
        Arrays.stream(Stage.values()).forEach(stage -> items(RunItem.Outcome.FAILED, Optional.of(stage)));
    }

    private Timer runs(RunState outcome) {
        return Timer.builder("vakoogst.run")
                .description("Runs that ended")
                .tag("outcome", outcome.code())
                .register(registry);
    }

    private Counter items(RunItem.Outcome outcome, Optional<Stage> stage) {
        return Counter.builder("vakoogst.items")
                .description(
                        "Items of runs by how they ended, and where those went wrong that failed or rest on the list alone")
                .tag("outcome", outcome.code())
                .tag("stage", stage.map(Stage::code).orElse(NO_STAGE))
                .register(registry);
    }

    void ended(RunState outcome, Duration took) {
        runs(outcome).record(took);
    }

    void ended(Collection<ItemEnd> ends) {
        ends.forEach(end -> items(end.kind(), end.failure().map(Failure::stage)).increment());
    }
}
