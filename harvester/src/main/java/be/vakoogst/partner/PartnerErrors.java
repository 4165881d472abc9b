package be.vakoogst.partner;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of this room's API as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = PartnerErrors.class)
class PartnerErrors {

    @ExceptionHandler
    ProblemDetail noSuchThing(NoSuchThing missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notNow(NotNow state) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, state.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooOften(TooOften often) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, often.getMessage());
    }
}
