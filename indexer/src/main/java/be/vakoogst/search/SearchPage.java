package be.vakoogst.search;

import be.vakoogst.index.EngineAway;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The search page at {@code /}: works without JavaScript, every state has its own address. */
@Controller
@ConditionalOnRole(Role.SEARCH)
class SearchPage {

    private final Search search;
    private final Labels labels;

    SearchPage(Search search, Labels labels) {
        this.search = search;
        this.labels = labels;
    }

    @GetMapping("/")
    String page(HttpServletRequest request, Model model, Locale locale) {
        SearchQuery query = SearchQuery.of(request.getParameterMap());
        SearchAnswer answer = search.search(query, locale.getLanguage());
        model.addAttribute("query", query);
        model.addAttribute("answer", answer);
        model.addAttribute("labels", labels.trades(locale.getLanguage()));
        model.addAttribute("language", locale.getLanguage());
        if (query.page().from() > 0) {
            model.addAttribute(
                    "previous",
                    at(request, Math.max(0, query.page().from() - query.page().size())));
        }
        if (query.page().from() + query.page().size()
                < Math.min(answer.total(), SearchQuery.WINDOW - query.page().size())) {
            model.addAttribute(
                    "next", at(request, query.page().from() + query.page().size()));
        }
        return "search";
    }

    private static String at(HttpServletRequest request, int from) {
        return "/?"
                + ServletUriComponentsBuilder.fromRequest(request)
                        .replaceQueryParam("from", from)
                        .build()
                        .getQuery();
    }

    @ExceptionHandler
    ModelAndView wrong(WrongParameter wrong) {
        return message(HttpStatus.BAD_REQUEST, "search.wrong");
    }

    @ExceptionHandler
    ModelAndView away(EngineAway away) {
        return message(HttpStatus.SERVICE_UNAVAILABLE, "search.away");
    }

    private static ModelAndView message(HttpStatus status, String key) {
        ModelAndView view = new ModelAndView("search-message");
        view.setStatus(status);
        view.addObject("message", key);
        return view;
    }
}
