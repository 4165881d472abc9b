package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.ChangeNumber;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Tells where the index stands; asks the engine each time. Safe for many threads. */
public class IndexStatus {

    private final Indices indices;
    private final IndexLedger ledger;
    private final Catalogue catalogue;
    private final ObjectProvider<Tail> tail;
    private final InstantSource clock;

    IndexStatus(
            Indices indices, IndexLedger ledger, Catalogue catalogue, ObjectProvider<Tail> tail, InstantSource clock) {
        this.indices = indices;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.tail = tail;
        this.clock = clock;
    }

    /**
     * Where the index stands.
     *
     * @param name of the index that serves; empty when there is none yet, or the engine does not answer
     * @param reached the number of the last change that it holds
     * @param latest the number of the last change there is
     * @param behindSeconds how long the first change has waited that it does not hold; 0 when it holds all
     * @param waitsBecause why this node does not get on with filling it; empty when it does, or does not fill it
     */
    public record State(
            Optional<String> name,
            long reached,
            long latest,
            long behindSeconds,
            long refused,
            Optional<String> waitsBecause) {

        /** Before anybody has asked. */
        public static final State UNKNOWN = new State(Optional.empty(), 0, 0, 0, 0, Optional.empty());

        public boolean answers() {
            return name.isPresent();
        }
    }

    public State state() {
        Optional<String> waits = Optional.ofNullable(tail.getIfAvailable()).flatMap(Tail::waitsBecause);
        try {
            return state(indices.find(), waits);
        } catch (EngineAway | EngineRefused away) {
            return state(Optional.empty(), waits.or(() -> Optional.ofNullable(away.getMessage())));
        }
    }

    private State state(Optional<Indices.Index> serving, Optional<String> waits) {
        ChangeNumber reached = serving.map(ledger::position).orElseGet(ledger::furthest);
        return new State(
                serving.map(Indices.Index::name),
                reached.value(),
                catalogue.latest().value(),
                catalogue
                        .changedAfter(reached)
                        .map(since -> Math.max(
                                0, Duration.between(since, clock.instant()).toSeconds()))
                        .orElse(0L),
                ledger.countRefused(),
                waits);
    }
}
