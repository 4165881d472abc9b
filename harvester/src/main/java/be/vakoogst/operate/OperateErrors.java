package be.vakoogst.operate;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Errors of this room's API as problem details that name the parameter. */
@RestControllerAdvice(basePackageClasses = OperateErrors.class)
class OperateErrors {

    @ExceptionHandler
    ProblemDetail wrongParameter(WrongParameter wrong) {
        return badRequest(wrong.parameter(), wrong.getMessage());
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException wrong) {
        return badRequest(wrong.getName(), wrong.getName() + " is '" + wrong.getValue() + "', which it cannot be");
    }

    @ExceptionHandler
    ProblemDetail notThere(NotThere missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    private static ProblemDetail badRequest(String parameter, String message) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, message);
        problem.setProperty("parameter", parameter);
        return problem;
    }
}
