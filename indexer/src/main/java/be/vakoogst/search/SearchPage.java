package be.vakoogst.search;

import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The search page at {@code /}: works without JavaScript, every state has its own address. */
@Controller
@ConditionalOnRole(Role.SEARCH)
class SearchPage {

    private final SearchController search;
    private final Labels labels;
    private final TradeFacts facts;

    SearchPage(SearchController search, Labels labels, TradeFacts facts) {
        this.search = search;
        this.labels = labels;
        this.facts = facts;
    }

    @GetMapping("/")
    String page(HttpServletRequest request, Model model, Locale locale) {
        Address here = Address.of(request.getParameterMap());
        SearchQuery query = SearchQuery.of(request.getParameterMap());
        model.addAttribute("query", query);
        model.addAttribute("here", here);
        model.addAttribute("language", locale.getLanguage());
        if (query.words().isEmpty()
                && query.filters().isEmpty()
                && query.since().isEmpty()) {
            return home(model, locale);
        }
        SearchAnswer answer = search.answer(query, locale);
        model.addAttribute("answer", answer);
        model.addAttribute("hits", views(answer.hits(), locale));
        model.addAttribute("groups", groups(answer, here, locale));
        model.addAttribute("facets", FacetView.of(query, answer, here));
        pages(query, answer, here, model);
        return "search";
    }

    private String home(Model model, Locale locale) {
        model.addAttribute(
                "trades",
                facts.all(locale.getLanguage()).trades().stream()
                        .sorted(Comparator.comparing(TradeFacts.Summary::label))
                        .toList());
        return "home";
    }

    private List<HitView> views(List<SearchAnswer.Hit> hits, Locale locale) {
        return hits.stream().map(hit -> HitView.of(hit, labels, locale)).toList();
    }

    record GroupView(String trade, String label, long total, List<HitView> hits, String all) {}

    private List<GroupView> groups(SearchAnswer answer, Address here, Locale locale) {
        return answer.groups().stream()
                .map(group -> new GroupView(
                        group.trade(),
                        group.label(),
                        group.total(),
                        views(group.hits(), locale),
                        here.without("group")
                                .with(Facet.TRADE.code(), group.trade())
                                .link()))
                .toList();
    }

    private static void pages(SearchQuery query, SearchAnswer answer, Address here, Model model) {
        int from = query.page().from();
        int size = query.page().size();
        if (from > 0) {
            model.addAttribute(
                    "previous",
                    here.with("from", String.valueOf(Math.max(0, from - size))).link());
        }
        if (size > 0 && from + size < Math.min(answer.total(), SearchQuery.WINDOW - size)) {
            model.addAttribute(
                    "next", here.with("from", String.valueOf(from + size)).link());
        }
        model.addAttribute("sorts", sorts(query, here));
        model.addAttribute("grouping", here.with("group", "trade").link());
        model.addAttribute("ungrouped", here.without("group").link());
    }

    record SortView(String code, boolean chosen, String link) {}

    private static List<SortView> sorts(SearchQuery query, Address here) {
        return Arrays.stream(SearchQuery.Sort.values())
                .map(sort -> {
                    String code = sort.name().toLowerCase(Locale.ROOT);
                    return new SortView(
                            code, sort == query.sort(), here.with("sort", code).link());
                })
                .toList();
    }

    /** The page of a trade. */
    @GetMapping("/trades/{id}")
    String trade(@PathVariable String id, Model model, Locale locale) {
        TradeFacts.Detail trade =
                facts.of(id, locale.getLanguage()).orElseThrow(() -> new NoSuchPage("There is no trade '" + id + "'"));
        SearchAnswer newest = some(id, "", "newest", locale);
        model.addAttribute("trade", trade);
        model.addAttribute("language", locale.getLanguage());
        model.addAttribute("newest", views(newest.hits(), locale));
        model.addAttribute(
                "basics", views(some(id, Basics.WORDS, "relevance", locale).hits(), locale));
        model.addAttribute("here", Address.of(Map.of(Facet.TRADE.code(), new String[] {id})));
        model.addAttribute("facets", newest.facets());
        return "trade";
    }

    private SearchAnswer some(String trade, String words, String sort, Locale locale) {
        Map<String, String[]> asked = Map.of(
                "q", new String[] {words},
                "trade", new String[] {trade},
                "sort", new String[] {sort},
                "size", new String[] {"6"},
                "facets", new String[] {"type,readingLevel,audience"});
        return search.uncounted(SearchQuery.of(asked), locale);
    }
}
