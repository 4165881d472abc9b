package be.vakoogst.operate;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceProblem;
import be.vakoogst.source.Sources;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sources}: what is harvested, and runs on command. */
@RestController
@RequestMapping("/api/sources")
class SourceController {

    private final Sources sources;
    private final Runs runs;
    private final Scheduling scheduling;
    private final RunCommands commands;
    private final Reasons reasons;

    SourceController(Sources sources, Runs runs, Scheduling scheduling, RunCommands commands, Reasons reasons) {
        this.sources = sources;
        this.runs = runs;
        this.scheduling = scheduling;
        this.commands = commands;
        this.reasons = reasons;
    }

    /** @param problems what is wrong with the files of sources that are not listed */
    record SourceList(List<SourceView> sources, List<String> problems) {}

    @GetMapping
    SourceList list() {
        Sources.Look look = sources.look();
        return new SourceList(
                look.sources().stream().map(this::view).toList(),
                look.problems().stream().map(SourceProblem::toString).toList());
    }

    @GetMapping("/{id}")
    SourceView one(@PathVariable String id) {
        return view(find(id));
    }

    /** @param mode incremental (the default), full, reprocess or dry-run */
    record RunWish(Optional<String> mode) {}

    @Operation(
            summary =
                    "Run a source now: incremental, full, reprocess (kept payloads, no request) or dry-run (nothing stored but how items would end)")
    @PostMapping("/{id}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run run(@PathVariable String id, @RequestBody Optional<RunWish> wish) {
        Mode mode = wish.flatMap(RunWish::mode).map(SourceController::mode).orElse(Mode.INCREMENTAL);
        return commands.start(find(id).id(), mode);
    }

    /** Nothing of it runs by itself from now on; a run by its schedule leaves off at its next chunk, and waits. */
    @Operation(summary = "Let nothing of a source run by itself for the time being")
    @PostMapping("/{id}/pause")
    SourceView pause(@PathVariable String id) {
        Source source = find(id);
        commands.pause(source);
        return view(source);
    }

    /** What waited goes on, and a time that was missed meanwhile is caught up, once. */
    @Operation(summary = "Let a paused source run again; a time that was missed is caught up, once")
    @PostMapping("/{id}/resume")
    SourceView resume(@PathVariable String id) {
        Source source = find(id);
        if (source.paused()) {
            throw Refusal.conflict("The file of source '" + id + "' says paused: true; change it there");
        }
        commands.resume(source);
        return view(source);
    }

    /** @param items ids of items of the source */
    record RetryWish(List<String> items) {}

    /** Chosen items again, by a run of their own. */
    @Operation(summary = "Try items of a source again by a run of their own")
    @PostMapping("/{id}/items/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run retry(@PathVariable String id, @RequestBody RetryWish wish) {
        return commands.retry(find(id).id(), RunController.resources(wish.items()));
    }

    private SourceView view(Source source) {
        Optional<Run> last = runs.list(Optional.of(source.id()), Optional.empty(), Long.MAX_VALUE, 1).stream()
                .findFirst();
        return SourceView.of(source, scheduling.pause(source.id()), scheduling.next(source), last, reasons);
    }

    private Source find(String id) {
        return Optional.of(id)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .flatMap(text -> sources.find(new SourceId(text)))
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
    }

    static Mode mode(String text) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode != Mode.ITEMS && mode.code().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new WrongParameter(
                        "mode", "is '" + text + "' and must be incremental, full, reprocess or dry-run"));
    }
}
