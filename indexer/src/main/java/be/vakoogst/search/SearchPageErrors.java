package be.vakoogst.search;

import be.vakoogst.index.EngineAway;
import be.vakoogst.problem.WrongParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Errors of the pages as pages; before those of the API, which would answer in JSON. */
@ControllerAdvice(assignableTypes = {SearchPage.class, ReportPage.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class SearchPageErrors {

    @ExceptionHandler
    ModelAndView wrong(WrongParameter wrong) {
        return message(HttpStatus.BAD_REQUEST, "search.wrong");
    }

    @ExceptionHandler
    ModelAndView missing(NoSuchPage missing) {
        return message(HttpStatus.NOT_FOUND, "search.missing");
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
