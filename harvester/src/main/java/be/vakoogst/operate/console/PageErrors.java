package be.vakoogst.operate.console;

import be.vakoogst.life.NotWaiting;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.run.NothingToContinue;
import be.vakoogst.run.NothingToRetry;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Errors of pages as pages, before they become problem details. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return message(
                refusal.status(), refusal.status() == HttpStatus.NOT_FOUND ? "operate.not-there" : "operate.not-now");
    }

    @ExceptionHandler({NotWaiting.class, NothingToContinue.class, NothingToRetry.class})
    ModelAndView notNow() {
        return message(HttpStatus.CONFLICT, "operate.not-now");
    }

    @ExceptionHandler({
        WrongParameter.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class,
        BindException.class
    })
    ModelAndView wrong() {
        return message(HttpStatus.BAD_REQUEST, "operate.wrong");
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException upload) {
        return message(HttpStatus.CONTENT_TOO_LARGE, "operate.upload.too-large");
    }

    private static ModelAndView message(HttpStatus status, String key) {
        ModelAndView view = new ModelAndView("operate/message");
        view.setStatus(status);
        view.addObject("message", key);
        return view;
    }
}
