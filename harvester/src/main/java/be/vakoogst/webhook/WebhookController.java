package be.vakoogst.webhook;

import be.vakoogst.trade.Vocabulary;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/me/webhooks}: everybody's own, partners' too; {@code /api/webhooks}: all, for operators. */
@RestController
class WebhookController {

    private static final int MOST = 1000;

    private final Webhooks webhooks;
    private final Vocabulary vocabulary;

    WebhookController(Webhooks webhooks, Vocabulary vocabulary) {
        this.webhooks = webhooks;
        this.vocabulary = vocabulary;
    }

    record WebhookList(List<Webhook> webhooks) {}

    @GetMapping("/api/me/webhooks")
    WebhookList own(Principal user) {
        return new WebhookList(webhooks.of(user.getName()));
    }

    @PostMapping("/api/me/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    Webhooks.Made make(Principal user, @RequestBody Wanted.Form form) {
        return webhooks.make(
                user.getName(), form.checked(id -> vocabulary.trade(id).isPresent()));
    }

    @GetMapping("/api/me/webhooks/{id}")
    Webhook one(Principal user, @PathVariable long id) {
        return webhooks.find(user.getName(), id);
    }

    @DeleteMapping("/api/me/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Principal user, @PathVariable long id) {
        webhooks.remove(webhooks.find(user.getName(), id));
    }

    /** Goes on where it was stopped. */
    @PostMapping("/api/me/webhooks/{id}/resume")
    Webhook resume(Principal user, @PathVariable long id) {
        return webhooks.resume(webhooks.find(user.getName(), id));
    }

    @GetMapping("/api/webhooks")
    WebhookList all() {
        return new WebhookList(webhooks.all(MOST));
    }

    @DeleteMapping("/api/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeAny(@PathVariable long id) {
        webhooks.remove(webhooks.find(id));
    }
}
