package be.vakoogst.report;

import be.vakoogst.audit.Audit;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/resources/{id}/reports} for anybody; {@code GET /api/reports} and {@code POST /api/reports/{id}/close} for operators. */
@RestController
class ReportController {

    private final Reports reports;
    private final Audit audit;

    ReportController(Reports reports, Audit audit) {
        this.audit = audit;
        this.reports = reports;
    }

    record Given(Optional<String> reason, Optional<String> remark) {}

    record All(List<Reports.Report> reports) {}

    @PostMapping("/api/resources/{id}/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void add(@PathVariable String id, @RequestBody Given given) {
        boolean taken = id.matches("[0-9a-f]{32}")
                && reports.add(
                        new ResourceId(id),
                        given.reason().orElse(""),
                        given.remark().orElse(""));
        if (!taken) {
            throw Refusal.notThere("There is no resource '" + id + "'");
        }
    }

    @GetMapping("/api/reports")
    All open() {
        return new All(reports.open());
    }

    @PostMapping("/api/reports/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable long id) {
        Reports.Report closed = reports.close(id).orElseThrow(() -> Refusal.notThere("There is no open report " + id));
        audit.record("report.closed", "resource:" + closed.resourceId(), closed, null);
    }
}
