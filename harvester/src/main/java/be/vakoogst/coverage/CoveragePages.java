package be.vakoogst.coverage;

import be.vakoogst.facts.Dimension;
import be.vakoogst.facts.Facts;
import be.vakoogst.facts.RecordFilter;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.trade.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /operate/coverage}: what there is against what is asked, the gaps first; each figure leads to the records behind it. */
@Page
class CoveragePages {

    private static final int YEAR = 366;
    private static final int SHOWN = 50;

    private final Coverage coverage;
    private final Snapshots snapshots;
    private final Coverage.Demands demands;
    private final CoverageSettings settings;
    private final Behind behind;

    CoveragePages(
            Coverage coverage,
            Snapshots snapshots,
            Coverage.Demands demands,
            CoverageSettings settings,
            Behind behind) {
        this.coverage = coverage;
        this.snapshots = snapshots;
        this.demands = demands;
        this.settings = settings;
        this.behind = behind;
    }

    /** Finds the records behind a count. */
    record Behind(Facts facts, Vocabulary vocabulary) {}

    @GetMapping("/operate/coverage")
    String overview(
            @RequestParam Optional<String> from, @RequestParam Optional<String> to, Model model, Locale locale) {
        CoverageReport report = coverage.report(period(from, to), locale);
        model.addAttribute("report", report);
        model.addAttribute("charts", Bars.of(report.all(), Map.of()));
        model.addAttribute("course", course(""));
        return "coverage/overview";
    }

    @GetMapping("/operate/coverage/trades/{id}")
    String trade(
            @PathVariable String id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Model model,
            Locale locale) {
        Period period = period(from, to);
        CoverageReport report = coverage.report(period, locale);
        Part trade = report.trade(id).orElseThrow(() -> Refusal.notThere("There is no trade '" + id + "'"));
        Map<String, String> narrowed = Map.of(Dimension.TRADE.code(), id);
        model.addAttribute("report", report);
        model.addAttribute("part", trade);
        model.addAttribute("charts", Bars.of(trade, narrowed));
        model.addAttribute("subjects", Bars.of(Dimension.SUBJECT.code(), trade.subjects(), narrowed));
        model.addAttribute("course", course(id));
        model.addAttribute("asked", demands.usage().asked(id, period.from(), period.to()));
        model.addAttribute("clicked", demands.clicks().of(id, period));
        return "coverage/trade";
    }

    @GetMapping("/operate/coverage/programmes")
    String programmes(
            @RequestParam Optional<String> from, @RequestParam Optional<String> to, Model model, Locale locale) {
        model.addAttribute("report", coverage.report(period(from, to), locale));
        return "coverage/programmes";
    }

    @GetMapping("/operate/coverage/programme")
    String programme(@RequestParam String name, Model model, Locale locale) {
        CoverageReport report = coverage.report(period(Optional.empty(), Optional.empty()), locale);
        Part programme = report.programmes().stream()
                .filter(part -> part.id().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notThere("There is no studierichting '" + name + "'"));
        model.addAttribute("report", report);
        model.addAttribute("part", programme);
        model.addAttribute("charts", Bars.of(programme, Map.of("study", name)));
        return "coverage/programme";
    }

    @GetMapping("/operate/coverage/records")
    String records(HttpServletRequest request, @RequestParam(defaultValue = "") String after, Model model) {
        RecordFilter filter = Wanted.of(request.getParameterMap(), behind.vocabulary());
        List<Facts.Holding> page = behind.facts().records(filter, after, SHOWN);
        model.addAttribute("total", behind.facts().count(filter));
        model.addAttribute("records", page);
        model.addAttribute("filter", filter);
        model.addAttribute("study", Optional.ofNullable(request.getParameter("study")));
        if (page.size() == SHOWN) {
            model.addAttribute("next", following(request, page.getLast()));
        }
        return "coverage/records";
    }

    private static String following(HttpServletRequest request, Facts.Holding last) {
        return UriComponentsBuilder.fromPath(request.getServletPath())
                .query(request.getQueryString())
                .replaceQueryParam("after", last.id().value())
                .build()
                .toUriString();
    }

    private Period period(Optional<String> from, Optional<String> to) {
        return Period.parse(from, to, coverage.today(), settings.days());
    }

    private Optional<Course> course(String trade) {
        Period year = Period.parse(Optional.empty(), Optional.empty(), coverage.today(), YEAR);
        return Course.of(snapshots.history(trade, Snapshots.ALL, year).stream()
                .map(point -> new Course.Point(point.day(), point.resources()))
                .toList());
    }
}
