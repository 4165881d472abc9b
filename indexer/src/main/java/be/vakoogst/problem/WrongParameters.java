package be.vakoogst.problem;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Answers wrong parameters and refusals of any API, before Spring Boot does, whose answer does not name the parameter. */
@RestControllerAdvice
@Order(WrongParameters.BEFORE_BOOT)
class WrongParameters {

    /** Boot's own advice has 0; what answers with pages comes earlier still. */
    static final int BEFORE_BOOT = -100;

    /** Seconds. */
    private static final String COME_BACK = "60";

    @ExceptionHandler
    ProblemDetail wrongParameter(WrongParameter wrong) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
        problem.setProperty("parameter", wrong.parameter());
        return problem;
    }

    /** Who came too often, or at a bad time, is told when to come back (RFC 9110 section 10.2.3). */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status());
        if (refusal.passes()) {
            answer.header(HttpHeaders.RETRY_AFTER, COME_BACK);
        }
        return answer.body(ProblemDetail.forStatusAndDetail(refusal.status(), refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return wrongParameter(WrongBody.of(Optional.ofNullable(unreadable.getCause())
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)));
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException wrong) {
        return wrongParameter(new WrongParameter(wrong.getName(), "is '" + wrong.getValue() + "', which it cannot be"));
    }
}
