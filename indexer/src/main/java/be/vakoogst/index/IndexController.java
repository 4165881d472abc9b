package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.problem.WrongParameter;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/index}, for operators: how far the index is behind the catalogue, and what it refused. */
@RestController
@RequestMapping("/api/index")
class IndexController {

    private static final int MOST = 1000;

    private final Indices indices;
    private final IndexLedger ledger;
    private final Catalogue catalogue;
    private final ObjectProvider<Tail> tail;

    IndexController(Indices indices, IndexLedger ledger, Catalogue catalogue, ObjectProvider<Tail> tail) {
        this.indices = indices;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.tail = tail;
    }

    /**
     * Where the index stands.
     *
     * @param name of the index that serves; empty when there is none yet
     * @param reached the number of the last change that it holds
     * @param latest the number of the last change there is
     * @param waitsBecause why this node does not get on with filling it; empty when it does, or does not fill it
     */
    record State(Optional<String> name, long reached, long latest, long refused, Optional<String> waitsBecause) {}

    /** @param next the cursor of the following page; empty on the last one */
    record RefusedList(List<IndexLedger.Refused> refused, Optional<String> next) {}

    @GetMapping
    State state() {
        Optional<String> waits = Optional.ofNullable(tail.getIfAvailable()).flatMap(Tail::waitsBecause);
        try {
            return state(indices.find(), waits);
        } catch (EngineAway away) {
            return state(Optional.empty(), waits.or(() -> Optional.ofNullable(away.getMessage())));
        }
    }

    private State state(Optional<Indices.Index> serving, Optional<String> waits) {
        return new State(
                serving.map(Indices.Index::name),
                serving.map(index -> ledger.position(index).value()).orElse(0L),
                catalogue.latest().value(),
                ledger.countRefused(),
                waits);
    }

    @GetMapping("/refused")
    RefusedList refused(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > MOST) {
            throw new WrongParameter("size", "is " + size + " and must lie between 1 and " + MOST);
        }
        List<IndexLedger.Refused> page = ledger.refused(cursor, size);
        return new RefusedList(
                page,
                page.size() < size
                        ? Optional.empty()
                        : Optional.of(page.getLast().id().value()));
    }
}
