package be.vakoogst.search;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/resources/{id}}: JSON, or JSON-LD by Accept. Gone (410) once withdrawn. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class ResourceController {

    static final String JSON_LD = "application/ld+json";

    private final Catalogue catalogue;

    ResourceController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(path = "/api/resources/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> json(@PathVariable String id) {
        return answer(id, MediaType.APPLICATION_JSON, record -> {
            ObjectNode json =
                    ResourceJson.mapper().valueToTree(record.passedOnByItself().orElseThrow());
            json.put("firstSeen", record.firstSeen().toString());
            json.put("lastChanged", record.lastChanged().toString());
            return json;
        });
    }

    @GetMapping(path = "/api/resources/{id}", produces = JSON_LD)
    ResponseEntity<String> jsonLd(@PathVariable String id) {
        return answer(
                id,
                MediaType.valueOf(JSON_LD),
                record -> JsonLdForm.of(record.passedOnByItself().orElseThrow()));
    }

    private ResponseEntity<String> answer(
            String id, MediaType type, java.util.function.Function<CatalogueRecord, ObjectNode> form) {
        Optional<CatalogueRecord> record = Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .flatMap(text -> catalogue.find(new ResourceId(text)));
        if (record.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "There is no resource '" + id + "'");
        }
        if (record.get().resource().isEmpty()) {
            return problem(HttpStatus.GONE, "This resource was withdrawn");
        }
        return record.get()
                .passedOnByItself()
                .map(resource -> found(record.get(), resource, type, form.apply(record.get())))
                .orElseGet(() -> problem(
                        HttpStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
                        "The source of this resource does not let us hand it on; its page is /resources/" + id));
    }

    private static ResponseEntity<String> found(
            CatalogueRecord record, LearningResource resource, MediaType type, ObjectNode body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(Freshness.OF_ANSWERS)
                .varyBy("Accept")
                .eTag("\"" + record.number().value() + "\"");
        ReservedUse.tell(resource.reservations(), answer::header);
        return answer.body(body.toString());
    }

    private static ResponseEntity<String> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ResourceJson.mapper().writeValueAsString(ProblemDetail.forStatusAndDetail(status, detail)));
    }
}
