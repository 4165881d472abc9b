package be.vakoogst.operate;

import be.vakoogst.run.NothingToContinue;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of this room's API as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = OperateErrors.class)
class OperateErrors {

    @ExceptionHandler
    ProblemDetail notThere(NotThere missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail nothingToContinue(NothingToContinue run) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, run.getMessage());
    }
}
