package be.vakoogst.run;

/** A run that cannot be let go on: it has not ended, or it went to its end. */
public class NothingToContinue extends RuntimeException {

    NothingToContinue(Run run) {
        super(
                run.endedAt().isEmpty()
                        ? "Run %d has not ended".formatted(run.id().value())
                        : "Run %d went to its end, so that there is nothing to go on with: ask for a new run"
                                .formatted(run.id().value()));
    }
}
