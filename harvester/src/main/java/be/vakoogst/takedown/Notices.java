package be.vakoogst.takedown;

import be.vakoogst.audit.Audit;
import be.vakoogst.mail.Outbox;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Tells the asker by mail, in their language, and the audit log, what became of a request. */
class Notices {

    private final Outbox outbox;
    private final MessageSource messages;
    private final Audit audit;

    Notices(Outbox outbox, MessageSource messages, Audit audit) {
        this.outbox = outbox;
        this.messages = messages;
        this.audit = audit;
    }

    void received(Takedown takedown) {
        mail(takedown, "received");
    }

    void decided(Takedown takedown) {
        audit.record(
                "takedown." + takedown.state().code(),
                "takedown:" + takedown.id(),
                null,
                takedown.resource().map(Object::toString).orElse(""));
        mail(takedown, takedown.state().code());
    }

    /** An asker who was forgotten hears nothing more. */
    private void mail(Takedown takedown, String key) {
        Takedown.Notice notice = takedown.notice();
        if (notice.email().isEmpty()) {
            return;
        }
        Object[] facts = {
            notice.name(), takedown.address(), outbox.link("/takedown/" + takedown.key()), takedown.comment()
        };
        Locale locale = Locale.of(notice.language());
        outbox.write(
                notice.email(),
                messages.getMessage("takedown.mail." + key + ".subject", facts, locale),
                messages.getMessage("takedown.mail." + key + ".body", facts, locale));
    }
}
