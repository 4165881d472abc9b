package be.vakoogst.coverage;

import be.vakoogst.problem.Page;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/coverage/report}: a month on paper, as it was at its end, beside the month before. */
@Page
class MonthPage {

    private final Coverage coverage;
    private final Snapshots snapshots;

    MonthPage(Coverage coverage, Snapshots snapshots) {
        this.coverage = coverage;
        this.snapshots = snapshots;
    }

    /**
     * A trade in a month. What templates call is public.
     *
     * @param resources at its end
     * @param more than at the end of the month before; fewer where negative
     */
    public record Line(Part part, long resources, long more) {}

    @GetMapping("/operate/coverage/report")
    String month(@RequestParam Optional<String> month, Model model, Locale locale) {
        YearMonth present = YearMonth.from(coverage.today());
        YearMonth wanted = month.map(Period::month).orElse(present);
        CoverageReport report = coverage.report(Period.of(wanted), locale);
        Optional<SnapshotTable.Totals> end = wanted.equals(present) ? Optional.empty() : snapshots.endOf(wanted);
        Optional<SnapshotTable.Totals> before = snapshots.endOf(wanted.minusMonths(1));
        model.addAttribute("month", wanted);
        model.addAttribute("months", snapshots.months());
        model.addAttribute("report", report);
        model.addAttribute("known", wanted.equals(present) || end.isPresent());
        model.addAttribute("present", wanted.equals(present));
        model.addAttribute("before", before.isPresent());
        model.addAttribute("all", line(report.all(), "", end, before));
        model.addAttribute("lines", lines(report, end, before));
        return "coverage/month";
    }

    private static List<Line> lines(
            CoverageReport report, Optional<SnapshotTable.Totals> end, Optional<SnapshotTable.Totals> before) {
        return report.trades().stream()
                .map(part -> line(part, part.id(), end, before))
                .toList();
    }

    private static Line line(
            Part part, String trade, Optional<SnapshotTable.Totals> end, Optional<SnapshotTable.Totals> before) {
        long resources = end.isPresent() ? Snapshots.count(end, trade) : part.resources();
        return new Line(part, resources, resources - Snapshots.count(before, trade));
    }
}
