package be.vakoogst.search;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.usage.Usage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/search}. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class SearchController {

    private final Search search;
    private final Understanding understanding;
    private final Usage usage;
    private final SearchMeters meters;

    SearchController(Search search, Understanding understanding, Usage usage, SearchMeters meters) {
        this.search = search;
        this.understanding = understanding;
        this.usage = usage;
        this.meters = meters;
    }

    @GetMapping("/api/search")
    ResponseEntity<SearchAnswer> search(HttpServletRequest request, Locale locale) {
        SearchQuery query = SearchQuery.of(request.getParameterMap()).forOthers();
        SearchAnswer answer = answer(query, locale);
        return ResponseEntity.ok().cacheControl(Freshness.OF_ANSWERS).body(answer);
    }

    /** For pages that search by themselves. */
    SearchAnswer uncounted(SearchQuery query, Locale locale) {
        return timed(query, understanding.of(query.words()), locale);
    }

    private SearchAnswer timed(SearchQuery query, Understood understood, Locale locale) {
        return meters.timed(() -> search.search(query, understood, locale.getLanguage()));
    }

    /** Counted once, however many pages of it are read. */
    SearchAnswer answer(SearchQuery query, Locale locale) {
        Understood understood = understanding.of(query.words());
        SearchAnswer answer = timed(query, understood, locale);
        if (query.page().isFirst() && !query.words().isEmpty()) {
            usage.searched(query.words(), trades(query, understood), answer.total());
        }
        return answer;
    }

    private static List<String> trades(SearchQuery query, Understood understood) {
        List<String> chosen = query.filters().getOrDefault(Facet.TRADE, List.of());
        return chosen.isEmpty()
                ? understood.judged().stream().map(TradeAssertion::id).toList()
                : chosen;
    }
}
