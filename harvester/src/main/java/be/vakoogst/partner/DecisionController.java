package be.vakoogst.partner;

import be.vakoogst.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/registrations}: what operators decide on. */
@RestController
@RequestMapping("/api/registrations")
class DecisionController {

    private static final int MOST = 500;

    private final Registrations registrations;

    DecisionController(Registrations registrations) {
        this.registrations = registrations;
    }

    record RegistrationList(List<Registration> registrations) {}

    /** @param comment what the partner reads; a refusal and a wish for changes need one */
    record Decision(Optional<String> comment) {

        private String text() {
            return comment.orElse("");
        }
    }

    @GetMapping
    RegistrationList list() {
        return new RegistrationList(registrations.list(MOST));
    }

    @PostMapping("/{id}/approve")
    Registration approve(@PathVariable String id, @RequestBody Decision decision) {
        return registrations.approve(find(id), decision.text());
    }

    @PostMapping("/{id}/refuse")
    Registration refuse(@PathVariable String id, @RequestBody Decision decision) {
        return registrations.refuse(find(id), decision.text());
    }

    @PostMapping("/{id}/ask-changes")
    Registration askChanges(@PathVariable String id, @RequestBody Decision decision) {
        return registrations.askChanges(find(id), decision.text());
    }

    private Registration find(String id) {
        return registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
    }
}
