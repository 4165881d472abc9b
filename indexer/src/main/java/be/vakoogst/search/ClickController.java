package be.vakoogst.search;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.usage.Usage;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What was opened, counted on the way: {@code GET /go/{id}?q} leads to the resource; {@code POST /api/clicks?id&q} is for pages with links of their own.
 * Leads nowhere but to what the catalogue has.
 */
@Controller
@ConditionalOnRole(Role.SEARCH)
class ClickController {

    private static final int LONGEST = 1000;

    private final Catalogue catalogue;
    private final Usage usage;

    ClickController(Catalogue catalogue, Usage usage) {
        this.catalogue = catalogue;
        this.usage = usage;
    }

    @GetMapping("/go/{id}")
    ResponseEntity<Void> go(@PathVariable String id, @RequestParam(defaultValue = "") String q) {
        Optional<LearningResource> resource = find(id);
        if (resource.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        usage.clicked(SearchQuery.typed(q, LONGEST), id);
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, resource.get().url().toASCIIString())
                .header("Referrer-Policy", "origin")
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @PostMapping("/api/clicks")
    ResponseEntity<Void> beacon(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String q) {
        if (find(id).isEmpty()) {
            throw new WrongParameter("id", "is no resource's");
        }
        usage.clicked(SearchQuery.typed(q, LONGEST), id);
        return ResponseEntity.accepted().build();
    }

    private Optional<LearningResource> find(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .flatMap(text -> catalogue.find(new ResourceId(text)))
                .flatMap(CatalogueRecord::resource);
    }
}
