package be.vakoogst.operate.console;

import be.vakoogst.life.Removal;
import be.vakoogst.life.Removals;
import be.vakoogst.problem.Page;
import be.vakoogst.run.FailureGroup;
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
    private static final int WAITING_SHOWN = 20;

    private final Health health;
    private final Sources sources;
    private final Runs runs;
    private final Removals removals;

    OverviewPage(Health health, Sources sources, Runs runs, Removals removals) {
        this.health = health;
        this.sources = sources;
        this.runs = runs;
        this.removals = removals;
    }

    /**
     * A source whose last run failed.
     *
     * @param worst what went wrong most often; empty where no item failed
     */
    record Trouble(SourceHealth health, Optional<FailureGroup> worst) {}

    @GetMapping("/operate")
    String page(Model model) {
        List<SourceHealth> all = health.all();
        model.addAttribute("sources", all);
        model.addAttribute(
                "troubled",
                all.stream()
                        .filter(SourceHealth::inTrouble)
                        .map(each -> new Trouble(
                                each,
                                runs.failures(each.last().orElseThrow().id()).stream()
                                        .findFirst()))
                        .toList());
        model.addAttribute(
                "waiting",
                removals.list(Optional.empty(), Optional.of(Removal.State.WAITING), Long.MAX_VALUE, WAITING_SHOWN));
        model.addAttribute("problems", sources.problems());
        model.addAttribute(
                "running", runs.list(Optional.empty(), Optional.of(RunState.RUNNING), Long.MAX_VALUE, RUNS_SHOWN));
        model.addAttribute("latest", runs.list(Optional.empty(), Optional.empty(), Long.MAX_VALUE, RUNS_SHOWN));
        return "operate/overview";
    }
}
