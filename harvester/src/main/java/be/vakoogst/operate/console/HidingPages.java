package be.vakoogst.operate.console;

import be.vakoogst.operate.Visibility;
import be.vakoogst.problem.Page;
import be.vakoogst.resource.ResourceId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons that hide or withdraw a resource, and show it again. */
@Page
class HidingPages {

    private final Visibility visibility;

    HidingPages(Visibility visibility) {
        this.visibility = visibility;
    }

    /** @param action {@code hide} or {@code withdraw} */
    @PostMapping("/operate/items/{id}/hide")
    String hide(@PathVariable String id, @RequestParam String action, @RequestParam String why) {
        ResourceId resource = ItemPage.named(id);
        if (action.equals("withdraw")) {
            visibility.withdraw(resource, why);
        } else {
            visibility.hide(resource, why);
        }
        return "redirect:/operate/items/" + id;
    }

    @PostMapping("/operate/items/{id}/show")
    String show(@PathVariable String id) {
        visibility.show(ItemPage.named(id));
        return "redirect:/operate/items/" + id;
    }
}
