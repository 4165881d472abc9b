package be.vakoogst.access;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.WrongParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/me}: everybody's own password and tokens. */
@Page
@RequestMapping("/operate/me")
class OwnAccountPages {

    private final OwnAccount account;

    OwnAccountPages(OwnAccount account) {
        this.account = account;
    }

    @GetMapping
    String page(Authentication user, Model model) {
        model.addAttribute("me", user.getName());
        model.addAttribute("role", UserRole.of(user));
        model.addAttribute("account", account.of(user));
        model.addAttribute("tokens", account.tokens(user));
        model.addAttribute("scopes", scopes(UserRole.of(user)));
        return "access/me";
    }

    private static List<UserRole> scopes(UserRole own) {
        return Arrays.stream(UserRole.values()).filter(own::covers).toList();
    }

    @PostMapping("/password")
    String password(Authentication user, @RequestParam String current, @RequestParam String password, Model model) {
        return tried(user, model, () -> {
            account.changePassword(user, current, password);
            model.addAttribute("done", "access.password.changed");
        });
    }

    /** Shows the secret, this once. */
    @PostMapping("/tokens")
    String issue(
            Authentication user,
            @RequestParam String label,
            @RequestParam String scope,
            @RequestParam Optional<Integer> days,
            Model model) {
        return tried(
                user, model, () -> model.addAttribute("issued", account.issue(user, label, Optional.of(scope), days)));
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(Authentication user, @PathVariable long id) {
        account.revoke(user, id);
        return "redirect:/operate/me";
    }

    private String tried(Authentication user, Model model, Runnable change) {
        try {
            change.run();
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", wrong.parameter());
        }
        return page(user, model);
    }
}
