package be.vakoogst.quality;

import be.vakoogst.coverage.Course;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.SourceId;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/quality}: what is wrong with records, by check and source, with the records behind each count. */
@Page
class QualityPages {

    private static final int SHOWN = 50;

    private final Quality quality;

    QualityPages(Quality quality) {
        this.quality = quality;
    }

    @GetMapping("/operate/quality")
    String overview(Model model) {
        model.addAttribute("report", quality.report());
        return "quality/overview";
    }

    @GetMapping("/operate/quality/{id}")
    String one(
            @PathVariable String id,
            @RequestParam Optional<String> source,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        QualityCheck check = quality.check(id).orElseThrow(() -> Refusal.notThere("There is no check '" + id + "'"));
        Optional<SourceId> only = QualityController.only(source);
        List<QualityTable.Held> page = quality.held(check, only, after, SHOWN);
        model.addAttribute("check", check);
        model.addAttribute("counted", quality.count(check));
        model.addAttribute("source", only);
        model.addAttribute("records", page);
        model.addAttribute("course", course(check, only));
        if (page.size() == SHOWN) {
            model.addAttribute("next", page.getLast().id().value());
        }
        return "quality/check";
    }

    private Optional<Course> course(QualityCheck check, Optional<SourceId> source) {
        return Course.of(quality.history(check, source).stream()
                .map(day -> new Course.Point(day.day(), day.records()))
                .toList());
    }
}
