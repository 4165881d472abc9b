package be.vakoogst.operate.console;

import be.vakoogst.life.Removal;
import be.vakoogst.life.Removals;
import be.vakoogst.operate.RemovalDecisions;
import be.vakoogst.paging.Cursor;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/removals}: what goes together, waits to be confirmed, and can be given back. */
@Page
@RequestMapping("/operate/removals")
class RemovalPages {

    private static final int SHOWN = 50;

    private final Removals removals;
    private final RemovalDecisions decisions;

    RemovalPages(Removals removals, RemovalDecisions decisions) {
        this.removals = removals;
        this.decisions = decisions;
    }

    @GetMapping
    String list(@RequestParam Optional<String> cursor, Model model) {
        List<Removal> page = removals.list(
                Optional.empty(),
                Optional.empty(),
                Cursor.parse(cursor, Long.MAX_VALUE).value(),
                SHOWN);
        model.addAttribute("removals", page);
        model.addAttribute(
                "waiting", removals.list(Optional.empty(), Optional.of(Removal.State.WAITING), Long.MAX_VALUE, SHOWN));
        if (page.size() == SHOWN) {
            model.addAttribute("next", new Cursor(page.getLast().id()).text());
        }
        return "operate/removals";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "") String after, Model model) {
        List<Removals.Item> items = removals.items(find(id).id(), after, SHOWN);
        model.addAttribute("removal", find(id));
        model.addAttribute("items", items);
        if (items.size() == SHOWN) {
            model.addAttribute("next", items.getLast().id().value());
        }
        return "operate/removal";
    }

    /** @param action {@code confirm}, {@code refuse} or {@code undo} */
    @PostMapping("/{id}")
    String decide(@PathVariable long id, @RequestParam String action) {
        Removal removal = find(id);
        switch (action) {
            case "confirm" -> decisions.confirm(removal);
            case "refuse" -> decisions.refuse(removal);
            default -> decisions.undo(removal.cause());
        }
        return "redirect:/operate/removals/" + id;
    }

    private Removal find(long id) {
        return removals.find(id).orElseThrow(() -> Refusal.notThere("There is no removal " + id));
    }
}
