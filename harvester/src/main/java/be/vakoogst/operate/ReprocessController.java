package be.vakoogst.operate;

import be.vakoogst.problem.Refusal;
import be.vakoogst.run.ReprocessReport;
import be.vakoogst.source.Sources;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/sources/{id}/reprocess}: what reprocessing would change. Nothing is changed, and no publisher is asked. */
@RestController
class ReprocessController {

    private final Sources sources;
    private final ReprocessReport report;

    ReprocessController(Sources sources, ReprocessReport report) {
        this.sources = sources;
        this.report = report;
    }

    @GetMapping("/api/sources/{id}/reprocess")
    ReprocessReport.Report report(@PathVariable String id) {
        return sources.find(RunController.sourceId(id))
                .map(report::of)
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
    }
}
