package be.vakoogst.operate;

import be.vakoogst.life.NotWaiting;
import be.vakoogst.run.NothingToContinue;
import be.vakoogst.run.NothingToRetry;
import be.vakoogst.source.SourceProblem;
import be.vakoogst.source.SourceRefused;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of this room's API as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = OperateErrors.class)
class OperateErrors {

    @ExceptionHandler
    ProblemDetail nothingToContinue(NothingToContinue run) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, run.getMessage());
    }

    @ExceptionHandler
    ProblemDetail nothingToRetry(NothingToRetry items) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, items.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notWaiting(NotWaiting removal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, removal.getMessage());
    }

    /** One thing that is wrong with a source's text. */
    record Wrong(int line, String key, String message) {

        static Wrong of(SourceProblem problem) {
            return new Wrong(problem.line(), problem.key(), problem.message());
        }
    }

    @ExceptionHandler
    ProblemDetail refused(SourceRefused refused) {
        List<Wrong> wrong = refused.problems().stream().map(Wrong::of).toList();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "This is no source: " + (wrong.size() == 1 ? "one thing is" : wrong.size() + " things are")
                        + " wrong with it");
        problem.setProperty("problems", wrong);
        return problem;
    }
}
