package be.vakoogst.coverage;

import be.vakoogst.facts.Facts;
import be.vakoogst.facts.RecordFilter;
import be.vakoogst.paging.Cursor;
import be.vakoogst.trade.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/coverage}, for operators: the report, how it went over time, and the records behind each count. */
@RestController
class CoverageController {

    private static final int YEAR = 366;

    private final Coverage coverage;
    private final Snapshots snapshots;
    private final Facts facts;
    private final Vocabulary vocabulary;
    private final CoverageSettings settings;

    CoverageController(
            Coverage coverage, Snapshots snapshots, Facts facts, Vocabulary vocabulary, CoverageSettings settings) {
        this.coverage = coverage;
        this.snapshots = snapshots;
        this.facts = facts;
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    record History(String trade, String dimension, List<SnapshotTable.Point> points) {}

    /** @param next the id behind which the following page begins; empty on the last one */
    record Records(long total, List<Facts.Holding> records, Optional<String> next) {}

    @GetMapping("/api/coverage")
    CoverageReport report(@RequestParam Optional<String> from, @RequestParam Optional<String> to, Locale locale) {
        return coverage.report(Period.parse(from, to, coverage.today(), settings.days()), locale);
    }

    @GetMapping(path = "/api/coverage.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> sheet(
            @RequestParam Optional<String> from, @RequestParam Optional<String> to, Locale locale) {
        CoverageReport report = report(from, to, locale);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"coverage-%s.csv\"".formatted(report.to()))
                .body(Sheet.of(report));
    }

    /** @param dimension {@code all}, a dimension of the report, or {@code subject} */
    @GetMapping("/api/coverage/history")
    History history(
            @RequestParam(defaultValue = "") String trade,
            @RequestParam(defaultValue = Snapshots.ALL) String dimension,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to) {
        Period period = Period.parse(from, to, coverage.today(), YEAR);
        return new History(trade, dimension, snapshots.history(trade, dimension, period));
    }

    @GetMapping("/api/coverage/records")
    Records records(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int size) {
        RecordFilter filter = Wanted.of(request.getParameterMap(), vocabulary);
        List<Facts.Holding> page = facts.records(filter, after, Cursor.checkedSize(size));
        return new Records(
                facts.count(filter),
                page,
                page.size() < size
                        ? Optional.empty()
                        : Optional.of(page.getLast().id().value()));
    }
}
