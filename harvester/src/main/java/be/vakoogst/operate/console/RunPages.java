package be.vakoogst.operate.console;

import be.vakoogst.operate.RemovalDecisions;
import be.vakoogst.operate.RunCommands;
import be.vakoogst.paging.Cursor;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Chosen;
import be.vakoogst.run.FailureGroup;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunId;
import be.vakoogst.run.RunItem;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import be.vakoogst.source.Sources;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/runs}: a run as it goes and as it ended, its failures by reason, and each of its items. */
@Page
class RunPages {

    private static final int ITEMS_SHOWN = 50;
    private static final int LOG_SHOWN = 30;

    private final Runs runs;
    private final RunCommands commands;
    private final Sources sources;
    private final RemovalDecisions decisions;
    private final InstantSource clock;

    RunPages(Runs runs, RunCommands commands, Sources sources, RemovalDecisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.runs = runs;
        this.sources = sources;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/operate/runs")
    String list(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<String> cursor,
            Model model) {
        List<Run> page = runs.list(
                Optional.of(source)
                        .filter(text -> SourceId.FORM.matcher(text).matches())
                        .map(SourceId::new),
                Arrays.stream(RunState.values())
                        .filter(one -> one.code().equals(state))
                        .findFirst(),
                Cursor.parse(cursor, Long.MAX_VALUE).value(),
                ITEMS_SHOWN);
        model.addAttribute("runs", page);
        model.addAttribute("sources", sources.all());
        model.addAttribute("states", RunState.values());
        model.addAttribute("source", source);
        model.addAttribute("state", state);
        if (page.size() == ITEMS_SHOWN) {
            model.addAttribute("next", new Cursor(page.getLast().id().value()).text());
        }
        return "operate/runs";
    }

    @GetMapping("/operate/runs/{id}")
    String one(
            @PathVariable long id,
            @RequestParam Optional<RunItem.Outcome> outcome,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> cursor,
            Model model) {
        Run run = fill(id, model);
        List<RunItem> items =
                items(run, outcome, reason, Cursor.parse(cursor, 0).value());
        model.addAttribute("items", items);
        model.addAttribute("outcome", outcome);
        model.addAttribute("reason", reason);
        if (items.size() == ITEMS_SHOWN) {
            model.addAttribute("next", new Cursor(items.getLast().number()).text());
        }
        return "operate/run";
    }

    /** What of a run's page changes while it goes. */
    @GetMapping("/operate/runs/{id}/progress")
    String progress(@PathVariable long id, Model model) {
        fill(id, model);
        return "operate/run :: progress";
    }

    @PostMapping("/operate/runs/{id}/stop")
    String stop(@PathVariable long id) {
        commands.stop(find(id));
        return "redirect:/operate/runs/" + id;
    }

    @PostMapping("/operate/runs/{id}/restart")
    String restart(@PathVariable long id) {
        commands.restart(find(id));
        return "redirect:/operate/runs/" + id;
    }

    @PostMapping("/operate/runs/{id}/undo")
    String undo(@PathVariable long id) {
        decisions.undo(find(id).id().cause());
        return "redirect:/operate/runs/" + id;
    }

    /**
     * Items again, by a run of their own.
     *
     * @param item only this one, by its id
     * @param reason only what went wrong for it; without both, all that went wrong
     */
    @PostMapping("/operate/runs/{id}/retry")
    String retry(
            @PathVariable long id, @RequestParam Optional<String> reason, @RequestParam Optional<ResourceId> item) {
        Chosen chosen = item.<Chosen>map(one -> new Chosen.These(List.of(one)))
                .or(() -> reason.map(Chosen.Because::new))
                .orElseGet(Chosen.Troubled::new);
        Run again = commands.retry(find(id), chosen);
        return "redirect:/operate/runs/" + again.id().value();
    }

    private List<RunItem> items(Run run, Optional<RunItem.Outcome> outcome, Optional<String> reason, long after) {
        return reason.map(text -> runs.itemsByReason(run.id(), text, after, ITEMS_SHOWN))
                .orElseGet(() -> runs.items(run.id(), outcome, after, ITEMS_SHOWN));
    }

    private Run fill(long id, Model model) {
        Run run = find(id);
        model.addAttribute("run", run);
        List<FailureGroup> failures = runs.failures(run.id());
        model.addAttribute("progress", RunProgress.of(run, failures, clock.instant()));
        model.addAttribute("failures", failures);
        model.addAttribute("log", runs.latestItems(run.id(), LOG_SHOWN));
        return run;
    }

    private Run find(long id) {
        return runs.find(new RunId(id)).orElseThrow(() -> Refusal.notThere("There is no run " + id));
    }
}
