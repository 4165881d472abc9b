package be.vakoogst.search;

import be.vakoogst.index.EngineAway;
import be.vakoogst.index.SearchEngine;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of searching as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = {SearchErrors.class, SearchEngine.class})
class SearchErrors {

    private static final String A_MOMENT = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(EngineAway away) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", A_MOMENT)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "The search engine is away; try again in a moment."));
    }
}
