package be.vakoogst.access;

import be.vakoogst.audit.Audit;
import be.vakoogst.audit.AuditEntry;
import be.vakoogst.paging.Cursor;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit}: who changed what, for administrators. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    /** @param next the cursor of the following page; empty on the last one */
    record EntryList(List<AuditEntry> entries, Optional<String> next) {}

    @GetMapping
    EntryList list(
            @RequestParam Optional<String> actor,
            @RequestParam Optional<String> subject,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam Optional<String> cursor) {
        List<AuditEntry> page =
                audit.list(actor, subject, Cursor.parse(cursor, Long.MAX_VALUE).value(), Cursor.checkedSize(size));
        return new EntryList(
                page,
                page.size() < size
                        ? Optional.empty()
                        : Optional.of(new Cursor(page.getLast().id()).text()));
    }
}
