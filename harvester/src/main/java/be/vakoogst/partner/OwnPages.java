package be.vakoogst.partner;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.push.PushKeys;
import be.vakoogst.standing.Standing;
import be.vakoogst.standing.Standings;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /partner/registrations/ID/…}: a partner's items, one by one, and what can be done with them. */
@Page
class OwnPages {

    private static final int ITEMS = 50;

    private final Registrations registrations;
    private final Standings standings;
    private final PushKeys keys;

    OwnPages(Registrations registrations, Standings standings, PushKeys keys) {
        this.registrations = registrations;
        this.standings = standings;
        this.keys = keys;
    }

    /** The key is shown this once, so there is no way back to this page. */
    @PostMapping("/partner/registrations/{id}/push-key")
    String pushKey(@PathVariable String id, Model model) {
        Registration registration = find(id);
        model.addAttribute("key", keys.issue(registrations.harvested(registration)));
        model.addAttribute("registration", registration);
        return "partner/push-key";
    }

    @GetMapping("/partner/registrations/{id}/items")
    String items(@PathVariable String id, @RequestParam(defaultValue = "") String after, Model model) {
        Registration registration = find(id);
        List<Standing.ItemStanding> items = standings.items(registration.sources(), after, ITEMS);
        model.addAttribute("registration", registration);
        model.addAttribute("items", items);
        model.addAttribute("lost", after.isEmpty() ? standings.lost(registration.sources(), ITEMS) : List.of());
        model.addAttribute(
                "next", items.size() < ITEMS ? "" : items.getLast().id().value());
        return "partner/items";
    }

    @PostMapping("/partner/registrations/{id}/check")
    String check(@PathVariable String id) {
        registrations.checkNow(find(id));
        return "redirect:/partner/registrations/" + id;
    }

    @PostMapping("/partner/registrations/{id}/items/{item}/withdraw")
    String withdraw(@PathVariable String id, @PathVariable String item) {
        registrations.withdraw(find(id), OwnController.resource(item));
        return "redirect:/partner/registrations/" + id + "/items";
    }

    @PostMapping("/partner/registrations/{id}/items/{item}/restore")
    String restore(@PathVariable String id, @PathVariable String item) {
        registrations.restore(find(id), OwnController.resource(item));
        return "redirect:/partner/registrations/" + id + "/items";
    }

    private Registration find(String id) {
        return registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
    }
}
