package be.vakoogst.operate;

import be.vakoogst.life.ItemLife;
import be.vakoogst.life.ItemState;
import be.vakoogst.life.Lives;
import be.vakoogst.life.Removal;
import be.vakoogst.life.Removals;
import be.vakoogst.paging.Cursor;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.RunId;
import be.vakoogst.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/removals} and what belongs to them: what goes, what waits to be confirmed, and what is given back. */
@RestController
class RemovalController {

    private final Removals removals;
    private final RemovalDecisions decisions;
    private final Lives lives;
    private final Runs runs;

    RemovalController(Removals removals, RemovalDecisions decisions, Lives lives, Runs runs) {
        this.removals = removals;
        this.decisions = decisions;
        this.lives = lives;
        this.runs = runs;
    }

    /** @param next the cursor of the following page; empty on the last one */
    record RemovalList(List<Removal> removals, Optional<String> next) {}

    /** @param next the id behind which the following page begins; empty on the last one */
    record ItemList(List<Removals.Item> items, Optional<String> next) {}

    /** @param next the id behind which the following page begins; empty on the last one */
    record LifeList(List<ItemLife> items, Optional<String> next) {}

    @GetMapping("/api/removals")
    RemovalList list(
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> state,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam Optional<String> cursor) {
        List<Removal> page = removals.list(
                source.map(RunController::sourceId),
                state.map(text -> RunController.constant("state", text, Removal.State.values())),
                Cursor.parse(cursor, Long.MAX_VALUE).value(),
                Cursor.checkedSize(size));
        return new RemovalList(
                page, RunController.next(page.size(), size, () -> page.getLast().id()));
    }

    @GetMapping("/api/removals/{id}")
    Removal one(@PathVariable long id) {
        return removals.find(id).orElseThrow(() -> Refusal.notThere("There is no removal " + id));
    }

    @GetMapping("/api/removals/{id}/items")
    ItemList items(
            @PathVariable long id,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "") String after) {
        List<Removals.Item> page = removals.items(one(id).id(), after, Cursor.checkedSize(size));
        return new ItemList(page, next(page, size, item -> item.id().value()));
    }

    @PostMapping("/api/removals/{id}/confirm")
    Removal confirm(@PathVariable long id) {
        return decisions.confirm(one(id));
    }

    @PostMapping("/api/removals/{id}/refuse")
    Removal refuse(@PathVariable long id) {
        return decisions.refuse(one(id));
    }

    @PostMapping("/api/removals/{id}/undo")
    Removals.Undone undo(@PathVariable long id) {
        return decisions.undo(one(id).cause());
    }

    /** All that a run brought, changed and removed is as it was before, but for what something else changed since. */
    @Operation(
            summary = "Take back all that a run brought, changed and removed, as far as no other run changed it since")
    @PostMapping("/api/runs/{id}/undo")
    Removals.Undone undoRun(@PathVariable long id) {
        RunId run = runs.find(new RunId(id))
                .orElseThrow(() -> Refusal.notThere("There is no run " + id))
                .id();
        return decisions.undo(run.cause());
    }

    /** Its records go; also of a source that has no file any more. */
    @PostMapping("/api/sources/{id}/removal")
    Removal removeSource(@PathVariable String id) {
        return decisions.removeSource(RunController.sourceId(id));
    }

    @GetMapping("/api/sources/{id}/items")
    LifeList life(
            @PathVariable String id,
            @RequestParam Optional<String> state,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "") String after) {
        SourceId source = RunController.sourceId(id);
        List<ItemLife> page = lives.list(
                source,
                state.map(text -> RunController.constant("state", text, ItemState.values())),
                after,
                Cursor.checkedSize(size));
        return new LifeList(page, next(page, size, item -> item.id().value()));
    }

    @GetMapping("/api/items/{id}")
    ItemLife life(@PathVariable String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .map(ResourceId::new)
                .flatMap(lives::find)
                .orElseThrow(() -> Refusal.notThere("There is no item '" + id + "'"));
    }

    private static <T> Optional<String> next(List<T> page, int size, Function<T, String> id) {
        return page.size() < size ? Optional.empty() : Optional.of(id.apply(page.getLast()));
    }
}
