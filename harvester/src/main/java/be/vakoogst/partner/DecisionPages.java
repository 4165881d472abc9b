package be.vakoogst.partner;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/registrations}: who wants to join, and the operator's answer. */
@Page
class DecisionPages {

    private static final int MOST = 100;

    private final Registrations registrations;

    DecisionPages(Registrations registrations) {
        this.registrations = registrations;
    }

    @GetMapping("/operate/registrations")
    String list(Model model) {
        model.addAttribute("registrations", registrations.list(MOST));
        return "operate/registrations";
    }

    /** @param answer {@code approve}, {@code refuse} or {@code ask-changes} */
    @PostMapping("/operate/registrations/{id}")
    String decide(@PathVariable String id, @RequestParam String answer, @RequestParam String comment, Model model) {
        Registration registration =
                registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
        try {
            switch (answer) {
                case "approve" -> registrations.approve(registration, comment);
                case "refuse" -> registrations.refuse(registration, comment);
                default -> registrations.askChanges(registration, comment);
            }
            return "redirect:/operate/registrations";
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", id);
            return list(model);
        }
    }
}
