package be.vakoogst.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers wrong parameters of any API, before Spring Boot does, whose answer does not name the parameter. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongParameters {

    @ExceptionHandler
    ProblemDetail wrongParameter(WrongParameter wrong) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
        problem.setProperty("parameter", wrong.parameter());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException wrong) {
        return wrongParameter(new WrongParameter(wrong.getName(), "is '" + wrong.getValue() + "', which it cannot be"));
    }
}
