package be.vakoogst.search;

import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/search}. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping("/api/search")
    SearchAnswer search(HttpServletRequest request, Locale locale) {
        return search.search(SearchQuery.of(request.getParameterMap()), locale.getLanguage());
    }
}
