package be.vakoogst.alert;

import be.vakoogst.paging.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/alerts}, for operators: what is wrong now, and what was. */
@RestController
class AlertController {

    private final Alerts alerts;
    private final Wording wording;

    AlertController(Alerts alerts, Wording wording) {
        this.alerts = alerts;
        this.wording = wording;
    }

    record Told(
            long id,
            AlertKind kind,
            String subject,
            String text,
            String advice,
            String link,
            Instant startedAt,
            Optional<Instant> endedAt) {}

    /** @param next the cursor of the following page of what has ended; empty on the last one */
    record AlertList(List<Told> open, List<Told> ended, Optional<String> next) {}

    @GetMapping("/api/alerts")
    AlertList list(@RequestParam(defaultValue = "50") int size, @RequestParam Optional<String> cursor, Locale locale) {
        List<Alert> page = alerts.ended(Cursor.parse(cursor, Long.MAX_VALUE).value(), Cursor.checkedSize(size));
        return new AlertList(
                told(alerts.open(), locale),
                told(page, locale),
                page.size() < size
                        ? Optional.empty()
                        : Optional.of(new Cursor(page.getLast().id()).text()));
    }

    private List<Told> told(List<Alert> some, Locale locale) {
        return some.stream()
                .map(alert -> new Told(
                        alert.id(),
                        alert.kind(),
                        alert.subject(),
                        wording.text(alert, locale),
                        wording.advice(alert, locale),
                        alert.link(),
                        alert.startedAt(),
                        alert.endedAt()))
                .toList();
    }
}
