package be.vakoogst.trade;

import be.vakoogst.audit.Audit;
import be.vakoogst.problem.Refusal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/reclassify?dryRun=true}, for operators. */
@RestController
class ReclassifyController {

    private final Reclassification reclassification;
    private final Audit audit;

    ReclassifyController(Reclassification reclassification, Audit audit) {
        this.reclassification = reclassification;
        this.audit = audit;
    }

    /** Answers 422 with file, line and value where the vocabulary cannot be used; the last good one stays in force. */
    @PostMapping("/api/reclassify")
    Reclassification.Outcome run(@RequestParam(defaultValue = "false") boolean dryRun) {
        try {
            Reclassification.Outcome outcome = reclassification.run(dryRun);
            audit.record(
                    dryRun ? "catalogue.reclassification-tried" : "catalogue.reclassified", "catalogue", null, outcome);
            return outcome;
        } catch (VocabularyException e) {
            throw Refusal.unusable(String.valueOf(e.getMessage()));
        }
    }
}
