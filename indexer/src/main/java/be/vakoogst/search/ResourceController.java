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
                    ResourceJson.mapper().valueToTree(record.resource().orElseThrow());
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
                record -> JsonLdForm.of(record.resource().orElseThrow()));
    }

    private ResponseEntity<String> answer(
            String id, MediaType type, java.util.function.Function<CatalogueRecord, ObjectNode> form) {
        Optional<CatalogueRecord> record = Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .flatMap(text -> catalogue.find(new ResourceId(text)));
        if (record.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "There is no resource '" + id + "'");
        }
        Optional<LearningResource> resource = record.get().resource();
        return resource.isEmpty()
                ? problem(HttpStatus.GONE, "This resource was withdrawn")
                : ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(Freshness.OF_ANSWERS)
                        .varyBy("Accept")
                        .eTag("\"" + record.get().number().value() + "\"")
                        .body(form.apply(record.get()).toString());
    }

    private static ResponseEntity<String> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ResourceJson.mapper().writeValueAsString(ProblemDetail.forStatusAndDetail(status, detail)));
    }
}
