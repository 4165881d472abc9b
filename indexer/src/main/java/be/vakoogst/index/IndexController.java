package be.vakoogst.index;

import be.vakoogst.problem.WrongParameter;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/index}, for operators: how far the index is behind the catalogue, and what it refused. */
@RestController
@RequestMapping("/api/index")
class IndexController {

    private static final int MOST = 1000;

    private final IndexStatus status;
    private final IndexLedger ledger;

    IndexController(IndexStatus status, IndexLedger ledger) {
        this.status = status;
        this.ledger = ledger;
    }

    /** @param next the cursor of the following page; empty on the last one */
    record RefusedList(List<IndexLedger.Refused> refused, Optional<String> next) {}

    @GetMapping
    IndexStatus.State state() {
        return status.state();
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
