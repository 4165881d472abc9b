package be.vakoogst.index;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/reindex}, for operators. */
@RestController
class ReindexController {

    private final Reindex reindex;

    ReindexController(Reindex reindex) {
        this.reindex = reindex;
    }

    /** @param changes that the new index took over */
    record Done(long changes) {}

    @PostMapping("/api/reindex")
    Done run() {
        return new Done(reindex.run());
    }
}
