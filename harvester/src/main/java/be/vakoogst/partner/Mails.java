package be.vakoogst.partner;

import be.vakoogst.mail.Outbox;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Mails to partners in their language. */
class Mails {

    private final Outbox outbox;
    private final MessageSource messages;

    Mails(Outbox outbox, MessageSource messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    /** @param key of the message bundle: {@code mail.KEY.subject} and {@code mail.KEY.body} */
    void write(Registration to, String key, String comment) {
        write(to, key, comment, "");
    }

    /** With a link that proves that this mail was read. */
    void confirm(Registration to, String token) {
        write(to, "confirm", "", "?confirm=" + token);
    }

    private void write(Registration to, String key, String comment, String query) {
        Locale locale = Locale.of(to.language());
        Object[] facts = {
            to.contact(),
            to.organisation(),
            to.address(),
            outbox.link("/partner/registrations/" + to.id() + query),
            comment
        };
        outbox.write(
                to.email(),
                messages.getMessage("mail." + key + ".subject", facts, locale),
                messages.getMessage("mail." + key + ".body", facts, locale));
    }
}
