package be.vakoogst.trade;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/reclassify?dryRun=true}, for operators. */
@RestController
class ReclassifyController {

    private final Reclassification reclassification;

    ReclassifyController(Reclassification reclassification) {
        this.reclassification = reclassification;
    }

    @PostMapping("/api/reclassify")
    Reclassification.Outcome run(@RequestParam(defaultValue = "false") boolean dryRun) {
        return reclassification.run(dryRun);
    }
}
