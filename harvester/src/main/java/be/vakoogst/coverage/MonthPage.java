package be.vakoogst.coverage;

import be.vakoogst.facts.Counts;
import be.vakoogst.facts.Dimension;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param more than at the end of the month before; fewer where negative
     */
    public record Line(Part part, long more) {}

    /** @param trade whose records are broken down; else all are */
    @GetMapping("/operate/coverage/report")
    String month(
            @RequestParam Optional<String> month, @RequestParam Optional<String> trade, Model model, Locale locale) {
        YearMonth present = YearMonth.from(coverage.today());
        YearMonth wanted = month.map(Period::month).orElse(present);
        Optional<CoverageReport> report = report(wanted, present, locale);
        Optional<Snapshot> before = snapshots.endOf(wanted.minusMonths(1));
        model.addAttribute("month", wanted);
        model.addAttribute("months", months(present));
        model.addAttribute("report", report);
        model.addAttribute("present", wanted.equals(present));
        model.addAttribute("before", before.isPresent());
        report.ifPresent(known -> {
            model.addAttribute("all", line(known.all(), before.map(Snapshot::all)));
            model.addAttribute("lines", lines(known, before));
            Part part = trade.map(id -> trade(known, id)).orElse(known.all());
            model.addAttribute("part", part);
            model.addAttribute("charts", Bars.of(part, narrowed(trade)));
        });
        return "coverage/month";
    }

    /** The present one too, of which nothing may be kept yet. */
    private List<YearMonth> months(YearMonth present) {
        return Stream.concat(Stream.of(present), snapshots.months().stream())
                .distinct()
                .toList();
    }

    private Optional<CoverageReport> report(YearMonth month, YearMonth present, Locale locale) {
        Period period = Period.of(month);
        return month.equals(present)
                ? Optional.of(coverage.report(period, locale))
                : snapshots.endOf(month).map(end -> coverage.report(end, period, locale));
    }

    private static Part trade(CoverageReport report, String id) {
        return report.trade(id).orElseThrow(() -> Refusal.notThere("There is no trade '" + id + "'"));
    }

    private static Map<String, String> narrowed(Optional<String> trade) {
        return trade.map(id -> Map.of(Dimension.TRADE.code(), id)).orElse(Map.of());
    }

    private static List<Line> lines(CoverageReport report, Optional<Snapshot> before) {
        return report.trades().stream()
                .map(part -> line(part, before.map(then -> then.trade(part.id()))))
                .toList();
    }

    private static Line line(Part part, Optional<Counts.Group> before) {
        return new Line(
                part, part.resources() - before.map(Counts.Group::records).orElse(0L));
    }
}
