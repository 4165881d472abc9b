package be.vakoogst.export;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /export/catalogue.jsonl.gz}: all that may be handed on, as of the change number in {@code Vakoogst-Change-Number};
 * {@code GET /api/changes?after}: what changed since.
 */
@RestController
@ConditionalOnRole(Role.SEARCH)
class ExportController {

    private static final int PAGE = 200;

    private final Exports exports;
    private final Catalogue catalogue;

    ExportController(Exports exports, Catalogue catalogue) {
        this.exports = exports;
        this.catalogue = catalogue;
    }

    @GetMapping("/export/catalogue.jsonl.gz")
    ResponseEntity<Resource> whole() {
        Exports.Made made = exports.current();
        long number = made.number().value();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/gzip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vakoogst-" + number + ".jsonl.gz\"")
                .header("Vakoogst-Change-Number", Long.toString(number))
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + number + "\"")
                .body(new FileSystemResource(made.file()));
    }

    /**
     * What changed.
     *
     * @param next where to go on: the number of the last change here, or of the question when there was none
     * @param more whether there is more right now
     */
    record Changes(List<Changed> changes, long next, boolean more) {}

    /** @param resource as it is now; empty when it is gone, or no longer handed on */
    record Changed(long number, ResourceId id, Instant at, Optional<JsonNode> resource) {

        static Changed of(CatalogueRecord record) {
            return new Changed(
                    record.number().value(),
                    record.id(),
                    record.lastChanged(),
                    record.passedOn().map(ResourceJson.mapper()::valueToTree));
        }
    }

    /** Each record once, in the order of their last change: who goes on from {@code next} misses none. */
    @GetMapping("/api/changes")
    Changes changes(@RequestParam(defaultValue = "0") long after) {
        if (after < 0) {
            throw new WrongParameter("after", "is " + after + " and must be a change number, 0 for the beginning");
        }
        List<CatalogueRecord> records = catalogue.changesAfter(new ChangeNumber(after), PAGE);
        return new Changes(
                records.stream().map(Changed::of).toList(),
                records.isEmpty() ? after : records.getLast().number().value(),
                !records.isEmpty());
    }
}
