package be.vakoogst.validate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/partner/validate} {@code {"url"}} or {@code {"markup"}}. */
@RestController
class ValidateController {

    private final Validator validator;

    ValidateController(Validator validator) {
        this.validator = validator;
    }

    @PostMapping("/api/partner/validate")
    Validation validate(@RequestBody Validator.Question question, HttpServletRequest request) {
        return validator.validate(question, request.getRemoteAddr());
    }
}
