package be.vakoogst.operate;

import be.vakoogst.problem.Refusal;
import be.vakoogst.run.ReprocessReport;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.SourceRefused;
import be.vakoogst.source.Sources;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sources/{id}/reprocess}: what reprocessing would change. Nothing is changed, and no publisher is asked. */
@RestController
class ReprocessController {

    private final Sources sources;
    private final SourceEditor editor;
    private final ReprocessReport report;

    ReprocessController(Sources sources, SourceEditor editor, ReprocessReport report) {
        this.sources = sources;
        this.editor = editor;
        this.report = report;
    }

    @Operation(summary = "Which fields of how many records reprocessing would change; changes nothing, asks nobody")
    @GetMapping("/api/sources/{id}/reprocess")
    ReprocessReport.Report report(@PathVariable String id) {
        return sources.find(RunController.sourceId(id))
                .map(report::of)
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
    }

    /** The same, if the source's file were this text: before new rules are saved. */
    @Operation(summary = "The same, if the source's file were this text")
    @PostMapping("/api/sources/{id}/reprocess")
    ReprocessReport.Report report(@PathVariable String id, @RequestBody String yaml) {
        SourceEditor.Checked checked = editor.check(RunController.sourceId(id), yaml);
        return report.of(checked.source().orElseThrow(() -> new SourceRefused(checked.problems())));
    }
}
