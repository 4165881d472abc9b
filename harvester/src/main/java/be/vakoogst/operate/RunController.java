package be.vakoogst.operate;

import be.vakoogst.paging.Cursor;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Chosen;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunId;
import be.vakoogst.run.RunItem;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/runs}: the story of each run, and of each of its items. */
@RestController
@RequestMapping("/api/runs")
class RunController {

    private static final int MOST_CHOSEN = 1000;

    private final Runs runs;
    private final RunCommands commands;

    RunController(Runs runs, RunCommands commands) {
        this.runs = runs;
        this.commands = commands;
    }

    /** @param next the cursor of the following page; empty on the last one */
    record RunList(List<Run> runs, Optional<String> next) {}

    /** @param next the cursor of the following page; empty on the last one */
    record ItemList(List<RunItem> items, Optional<String> next) {}

    @GetMapping
    RunList list(
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> state,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam Optional<String> cursor) {
        List<Run> page = runs.list(
                source.map(RunController::sourceId),
                state.map(text -> constant("state", text, RunState.values())),
                Cursor.parse(cursor, Long.MAX_VALUE).value(),
                Cursor.checkedSize(size));
        return new RunList(
                page, next(page.size(), size, () -> page.getLast().id().value()));
    }

    @GetMapping("/{id}")
    Run one(@PathVariable long id) {
        return find(id);
    }

    @Operation(summary = "How the items of a run ended, each with URL, stage and reason")
    @GetMapping("/{id}/items")
    ItemList items(
            @PathVariable long id,
            @RequestParam Optional<String> outcome,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam Optional<String> cursor) {
        List<RunItem> page = runs.items(
                find(id).id(),
                outcome.map(text -> constant("outcome", text, RunItem.Outcome.values())),
                Cursor.parse(cursor, 0).value(),
                Cursor.checkedSize(size));
        return new ItemList(page, next(page.size(), size, () -> page.getLast().number()));
    }

    @Operation(summary = "End a run after its current chunk, nothing lost; take a queued one out of the queue")
    @PostMapping("/{id}/stop")
    Run stop(@PathVariable long id) {
        return commands.stop(find(id));
    }

    @Operation(summary = "Let a run that stopped, failed midway or was cancelled go on where it was")
    @PostMapping("/{id}/restart")
    Run restart(@PathVariable long id) {
        return commands.restart(find(id));
    }

    /**
     * Which items of a run are to be tried again.
     *
     * @param items by id, however they ended
     * @param reason all that went wrong for it, by its code; without both, all that went wrong
     */
    record RetryWish(Optional<List<String>> items, Optional<String> reason) {

        Chosen chosen() {
            if (items.isPresent() && reason.isPresent()) {
                throw new WrongParameter("reason", "stands beside items: name one of both");
            }
            return items.<Chosen>map(ids -> new Chosen.These(resources(ids)))
                    .or(() -> reason.map(Chosen.Because::new))
                    .orElseGet(Chosen.Troubled::new);
        }
    }

    /** Items again, by a run of their own: without a body, all that went wrong. */
    @Operation(
            summary =
                    "Try items of a run again by a run of their own: those named, all that went wrong for a reason, or all that went wrong")
    @PostMapping("/{id}/items/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run retry(@PathVariable long id, @RequestBody Optional<RetryWish> wish) {
        return commands.retry(find(id), wish.map(RetryWish::chosen).orElseGet(Chosen.Troubled::new));
    }

    /** From ids as they come. */
    static List<ResourceId> resources(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_CHOSEN) {
            throw new WrongParameter("items", "names " + ids.size() + " items and must name 1 to " + MOST_CHOSEN);
        }
        return ids.stream().map(RunController::resource).toList();
    }

    private static ResourceId resource(String id) {
        try {
            return new ResourceId(id);
        } catch (IllegalArgumentException e) {
            throw new WrongParameter("items", "names '" + id + "', which no item can be called");
        }
    }

    private Run find(long id) {
        return runs.find(new RunId(id)).orElseThrow(() -> Refusal.notThere("There is no run " + id));
    }

    static Optional<String> next(int got, int size, java.util.function.LongSupplier last) {
        return got < size ? Optional.empty() : Optional.of(new Cursor(last.getAsLong()).text());
    }

    static SourceId sourceId(String text) {
        if (!SourceId.FORM.matcher(text).matches()) {
            throw new WrongParameter("source", "is '" + text + "', which no source can be called");
        }
        return new SourceId(text);
    }

    static <E extends Code> E constant(String parameter, String text, E[] allowed) {
        return Arrays.stream(allowed)
                .filter(constant -> constant.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongParameter(
                        parameter,
                        "is '" + text + "' and must be one of "
                                + Arrays.stream(allowed).map(Code::code).collect(Collectors.joining(", "))));
    }
}
