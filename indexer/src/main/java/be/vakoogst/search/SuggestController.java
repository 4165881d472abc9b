package be.vakoogst.search;

import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/suggest?q}. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class SuggestController {

    private final Suggestions suggestions;

    SuggestController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping("/api/suggest")
    ResponseEntity<Suggestions.Suggested> suggest(@RequestParam(defaultValue = "") String q, Locale locale) {
        return ResponseEntity.ok().cacheControl(Freshness.OF_ANSWERS).body(suggestions.of(q, locale.getLanguage()));
    }
}
