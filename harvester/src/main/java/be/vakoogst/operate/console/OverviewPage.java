package be.vakoogst.operate.console;

import be.vakoogst.problem.Page;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import be.vakoogst.source.Sources;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /operate}: how it stands, with trouble on top. */
@Page
class OverviewPage {

    private static final int RUNS_SHOWN = 15;

    private final Health health;
    private final Sources sources;
    private final Runs runs;

    OverviewPage(Health health, Sources sources, Runs runs) {
        this.health = health;
        this.sources = sources;
        this.runs = runs;
    }

    @GetMapping("/operate")
    String page(Model model) {
        List<SourceHealth> all = health.all();
        model.addAttribute("sources", all);
        model.addAttribute(
                "troubled", all.stream().filter(SourceHealth::inTrouble).toList());
        model.addAttribute("problems", sources.problems());
        model.addAttribute(
                "running", runs.list(Optional.empty(), Optional.of(RunState.RUNNING), Long.MAX_VALUE, RUNS_SHOWN));
        model.addAttribute("latest", runs.list(Optional.empty(), Optional.empty(), Long.MAX_VALUE, RUNS_SHOWN));
        return "operate/overview";
    }
}
