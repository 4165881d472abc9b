package be.vakoogst.index;

import be.vakoogst.audit.Audit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/reindex}, for operators. */
@RestController
class ReindexController {

    private final Reindex reindex;
    private final Audit audit;

    ReindexController(Reindex reindex, Audit audit) {
        this.reindex = reindex;
        this.audit = audit;
    }

    /** @param changes that the new index took over */
    record Done(long changes) {}

    @PostMapping("/api/reindex")
    Done run() {
        Done done = new Done(reindex.run());
        audit.record("index.made-anew", "index", null, done);
        return done;
    }
}
