package be.vakoogst.access;

import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of this room's API as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = AccessErrors.class)
class AccessErrors {

    @ExceptionHandler
    ProblemDetail refused(AccountRefused refused) {
        return ProblemDetail.forStatusAndDetail(refused.status(), refused.getMessage());
    }
}
