package be.vakoogst.index;

import be.vakoogst.audit.Audit;
import be.vakoogst.problem.Refusal;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/reindex} and {@code /api/index/check}, for operators. */
@RestController
class ReindexController {

    private final Reindex reindex;
    private final IndexCheck check;
    private final Audit audit;

    ReindexController(Reindex reindex, IndexCheck check, Audit audit) {
        this.reindex = reindex;
        this.check = check;
        this.audit = audit;
    }

    /** @param changes that the new index took over */
    record Done(long changes) {}

    @PostMapping("/api/reindex")
    Done run() {
        try {
            Done done = new Done(reindex.run());
            audit.record("index.made-anew", "index", null, done);
            return done;
        } catch (IndexDiffers differs) {
            throw Refusal.conflict(String.valueOf(differs.getMessage()));
        }
    }

    /** Compares catalogue and index now, and mends what differs. */
    @PostMapping("/api/index/check")
    IndexCheck.Result check() {
        return check.run().orElseThrow(() -> Refusal.conflict("The index is being compared already"));
    }

    record Last(Optional<IndexCheck.Result> last) {}

    @GetMapping("/api/index/check")
    Last last() {
        return new Last(check.last());
    }
}
