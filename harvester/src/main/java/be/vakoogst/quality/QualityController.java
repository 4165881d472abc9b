package be.vakoogst.quality;

import be.vakoogst.paging.Cursor;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.SourceId;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/quality}, for operators: what is wrong with how many records of each source, which they are, and how it went over time. */
@RestController
@RequestMapping("/api/quality")
class QualityController {

    private final Quality quality;

    QualityController(Quality quality) {
        this.quality = quality;
    }

    /** Of one source, with how many records it has in all. */
    record OfSource(SourceId source, long records, long of) {}

    record Counted(
            String id, Map<String, String> label, Map<String, String> advice, long records, List<OfSource> sources) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Report(Instant at, List<Counted> checks, List<String> problems) {}

    /** @param next the id behind which the following page begins; empty on the last one */
    record Records(long total, List<QualityTable.Held> records, Optional<String> next) {}

    record History(String check, List<QualityTable.Day> days) {}

    @GetMapping
    Report report() {
        Quality.Report report = quality.report();
        return new Report(
                report.at(),
                report.checks().stream()
                        .map(counted -> counted(counted, report.records()))
                        .toList(),
                report.problems());
    }

    private static Counted counted(Quality.Counted counted, Map<SourceId, Long> records) {
        List<OfSource> sources = counted.bySource().entrySet().stream()
                .map(each -> new OfSource(each.getKey(), each.getValue(), records.getOrDefault(each.getKey(), 0L)))
                .toList();
        QualityCheck check = counted.check();
        return new Counted(check.id(), check.label(), check.advice(), counted.records(), sources);
    }

    @GetMapping("/{id}/records")
    Records records(
            @PathVariable String id,
            @RequestParam Optional<String> source,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int size) {
        QualityCheck check = find(id);
        Optional<SourceId> only = only(source);
        List<QualityTable.Held> page = quality.held(check, only, after, Cursor.checkedSize(size));
        Quality.Counted counted = quality.count(check);
        return new Records(
                only.map(counted::of).orElseGet(counted::records),
                page,
                page.size() < size
                        ? Optional.empty()
                        : Optional.of(page.getLast().id().value()));
    }

    @GetMapping("/{id}/history")
    History history(@PathVariable String id, @RequestParam Optional<String> source) {
        return new History(id, quality.history(find(id), only(source)));
    }

    /** All of them, a record a line. */
    @GetMapping(path = "/{id}/records.csv")
    void export(@PathVariable String id, @RequestParam Optional<String> source, HttpServletResponse response)
            throws IOException {
        QualityCheck check = find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(check.id()));
        new HeldSheet(quality, response.getWriter()).write(check, only(source));
    }

    static Optional<SourceId> only(Optional<String> source) {
        return source.filter(text -> !text.isEmpty()).map(QualityController::source);
    }

    private static SourceId source(String id) {
        return Optional.of(id)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .map(SourceId::new)
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
    }

    private QualityCheck find(String id) {
        return quality.check(id).orElseThrow(() -> Refusal.notThere("There is no check '" + id + "'"));
    }
}
