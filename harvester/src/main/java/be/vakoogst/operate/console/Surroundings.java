package be.vakoogst.operate.console;

import be.vakoogst.problem.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What a page needs around its content: where it is, and who looks. */
@ControllerAdvice(annotations = Page.class)
class Surroundings {

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** Nobody on pages that are open to anybody. */
    @ModelAttribute("user")
    @Nullable Visitor user(HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        boolean administers = request.isUserInRole("ADMINISTRATOR");
        return user == null
                ? null
                : new Visitor(user.getName(), administers || request.isUserInRole("OPERATOR"), administers);
    }
}
