package be.vakoogst.validate;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /partner/validate}: what is read of one page, field by field. */
@Page
class ValidatePage {

    private final Validator validator;

    ValidatePage(Validator validator) {
        this.validator = validator;
    }

    @GetMapping("/partner/validate")
    String form() {
        return "partner/validate";
    }

    @PostMapping("/partner/validate")
    String read(
            @RequestParam Optional<String> url,
            @RequestParam Optional<String> markup,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("url", url.orElse(""));
        model.addAttribute("markup", markup.orElse(""));
        try {
            model.addAttribute(
                    "validation", validator.validate(new Validator.Question(url, markup), request.getRemoteAddr()));
        } catch (WrongParameter wrong) {
            model.addAttribute("message", "validate.wrong-" + wrong.parameter());
        } catch (Refusal often) {
            model.addAttribute("message", "partner.too-often");
        }
        return "partner/validate";
    }
}
