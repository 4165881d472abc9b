package be.vakoogst.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says alerts in words. What templates call is public. */
class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong, in a sentence. */
    public String text(Alert alert, Locale locale) {
        return message("alert." + alert.kind().code(), alert, locale);
    }

    /** What to do. */
    public String advice(Alert alert, Locale locale) {
        return message("alert." + alert.kind().code() + ".do", alert, locale);
    }

    String subject(Alert alert, Locale locale) {
        String state = alert.endedAt().isPresent() ? "alert.mail.ended" : "alert.mail.started";
        return messages.getMessage(state, new Object[] {text(alert, locale)}, locale);
    }

    private String message(String key, Alert alert, Locale locale) {
        List<String> facts = new ArrayList<>(List.of(alert.subject()));
        facts.addAll(alert.facts());
        return messages.getMessage(key, facts.toArray(), locale);
    }
}
