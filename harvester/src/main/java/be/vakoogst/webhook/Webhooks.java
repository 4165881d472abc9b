package be.vakoogst.webhook;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.problem.Refusal;
import java.util.List;

/** The hooks of accounts. */
class Webhooks {

    private final WebhookTable table;
    private final Catalogue catalogue;
    private final WebhookSettings settings;
    private final Audit audit;

    Webhooks(WebhookTable table, Catalogue catalogue, WebhookSettings settings, Audit audit) {
        this.table = table;
        this.catalogue = catalogue;
        this.settings = settings;
        this.audit = audit;
    }

    /** @param secret what checks the signatures; told once */
    record Made(Webhook webhook, String secret) {}

    /** Of everything that changes from now on. */
    Made make(String owner, Wanted wanted) {
        if (table.of(owner).size() >= settings.each()) {
            throw Refusal.conflict("An account has at most " + settings.each() + " webhooks");
        }
        String secret = Message.newSecret();
        long id = table.insert(owner, wanted, secret, catalogue.latest());
        audit.record("webhook.made", "webhook:" + id, null, wanted.url().toString());
        return new Made(find(id), secret);
    }

    List<Webhook> of(String owner) {
        return table.of(owner);
    }

    List<Webhook> all(int limit) {
        return table.all(limit);
    }

    Webhook find(long id) {
        return table.find(id).orElseThrow(() -> Refusal.notThere("There is no webhook " + id));
    }

    Webhook find(String owner, long id) {
        Webhook hook = find(id);
        if (!hook.owner().equals(owner)) {
            throw Refusal.notThere("There is no webhook " + id);
        }
        return hook;
    }

    void remove(Webhook hook) {
        table.delete(hook.id());
        audit.record("webhook.removed", "webhook:" + hook.id(), hook.url().toString(), null);
    }

    Webhook resume(Webhook hook) {
        table.resume(hook.id());
        return find(hook.id());
    }
}
