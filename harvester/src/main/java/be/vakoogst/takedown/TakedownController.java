package be.vakoogst.takedown;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/takedowns}: asked by anybody, seen and decided by operators. */
@RestController
@RequestMapping("/api/takedowns")
class TakedownController {

    private static final int MOST = 500;

    private final Takedowns takedowns;

    TakedownController(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    /** @param page where the asker follows it */
    record Receipt(String key, String page, Takedown.State state, Instant askedAt) {

        private static Receipt of(Takedown takedown) {
            return new Receipt(takedown.key(), "/takedown/" + takedown.key(), takedown.state(), takedown.askedAt());
        }
    }

    /** @param resource the record that is meant, where the request's address told nothing */
    record Decision(Optional<String> comment, Optional<String> resource) {

        private String text() {
            return comment.orElse("");
        }

        private Optional<ResourceId> named() {
            return resource.map(id -> {
                if (!id.matches("[0-9a-f]{32}")) {
                    throw new WrongParameter("resource", "is no id of a record");
                }
                return new ResourceId(id);
            });
        }
    }

    record TakedownList(List<Takedown> takedowns) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Receipt ask(@RequestBody Form form) {
        return Receipt.of(takedowns.ask(form));
    }

    @GetMapping
    TakedownList list() {
        return new TakedownList(takedowns.list(MOST));
    }

    @PostMapping("/{id}/accept")
    Takedown accept(@PathVariable long id, @RequestBody Decision decision) {
        return takedowns.accept(takedowns.find(id), decision.named(), decision.text());
    }

    @PostMapping("/{id}/refuse")
    Takedown refuse(@PathVariable long id, @RequestBody Decision decision) {
        return takedowns.refuse(takedowns.find(id), decision.text());
    }

    @PostMapping("/{id}/readmit")
    Takedown readmit(@PathVariable long id, @RequestBody Decision decision) {
        return takedowns.readmit(takedowns.find(id), decision.text());
    }
}
