package be.vakoogst.access;

import be.vakoogst.audit.Audit;
import be.vakoogst.audit.AuditEntry;
import be.vakoogst.paging.Cursor;
import be.vakoogst.problem.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/audit}: who changed what, and how it was before, for administrators. */
@Page
class AuditPage {

    private static final int SHOWN = 50;

    private final Audit audit;

    AuditPage(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/operate/audit")
    String page(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam Optional<String> cursor,
            Model model) {
        List<AuditEntry> entries = audit.list(
                given(actor),
                given(subject),
                Cursor.parse(cursor, Long.MAX_VALUE).value(),
                SHOWN);
        model.addAttribute("entries", entries);
        model.addAttribute("actor", actor);
        model.addAttribute("subject", subject);
        if (entries.size() == SHOWN) {
            model.addAttribute("next", new Cursor(entries.getLast().id()).text());
        }
        return "access/audit";
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(some -> !some.isEmpty());
    }
}
