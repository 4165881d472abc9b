package be.vakoogst.alert;

import be.vakoogst.mail.Outbox;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes mails and webhooks within the transaction of what they tell. */
class Telling {

    private final Outbox mails;
    private final Webhooks webhooks;
    private final Wording wording;
    private final AlertSettings settings;

    Telling(Outbox mails, Webhooks webhooks, Wording wording, AlertSettings settings) {
        this.mails = mails;
        this.webhooks = webhooks;
        this.wording = wording;
        this.settings = settings;
    }

    /** That it started, or where it has an end, that it ended. */
    void tell(Alert alert) {
        Locale locale = Locale.of(settings.language());
        String body = body(alert, locale);
        settings.mailTo().forEach(to -> mails.write(to, wording.subject(alert, locale), body));
        if (settings.webhook().isPresent()) {
            webhooks.write(json(alert, locale));
        }
    }

    private String body(Alert alert, Locale locale) {
        String text = wording.text(alert, locale);
        String advice = alert.endedAt().isPresent() ? "" : "\n\n" + wording.advice(alert, locale);
        return text + advice + "\n\n" + mails.link(alert.link()) + "\n";
    }

    private String json(Alert alert, Locale locale) {
        boolean ended = alert.endedAt().isPresent();
        ObjectNode message = JsonMapper.shared().createObjectNode();
        message.put("type", ended ? "alert.ended" : "alert.started");
        message.put("timestamp", alert.endedAt().orElse(alert.startedAt()).toString());
        ObjectNode data = message.putObject("data");
        data.put("id", alert.id()).put("kind", alert.kind().code()).put("subject", alert.subject());
        data.put("text", wording.text(alert, locale)).put("advice", wording.advice(alert, locale));
        data.put("link", mails.link(alert.link()))
                .put("startedAt", alert.startedAt().toString());
        alert.endedAt().ifPresent(end -> data.put("endedAt", end.toString()));
        return message.toString();
    }
}
