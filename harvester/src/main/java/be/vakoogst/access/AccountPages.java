package be.vakoogst.access;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/accounts}: who may sign in, for administrators. */
@Page
@RequestMapping("/operate/accounts")
class AccountPages {

    private final Accounts accounts;
    private final InstantSource clock;

    AccountPages(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("roles", UserRole.values());
        model.addAttribute("now", clock.instant());
        return "access/accounts";
    }

    @PostMapping
    String make(@RequestParam String name, @RequestParam String role, @RequestParam String password, Model model) {
        return tried(model, () -> accounts.make(name, UserRole.parse("role", role), password));
    }

    @PostMapping("/{name}")
    String change(
            @PathVariable String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        return tried(model, () -> {
            if (!password.isEmpty()) {
                accounts.password(name, password);
            }
            accounts.change(name, UserRole.parse("role", role), enabled);
        });
    }

    @PostMapping("/{name}/unlock")
    String unlock(@PathVariable String name) {
        accounts.unlock(name);
        return "redirect:/operate/accounts";
    }

    @PostMapping("/{name}/remove")
    String remove(@PathVariable String name, Model model) {
        return tried(model, () -> accounts.remove(name));
    }

    private String tried(Model model, Runnable change) {
        try {
            change.run();
            return "redirect:/operate/accounts";
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", wrong.parameter());
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            model.addAttribute("wrong", "conflict");
        }
        return list(model);
    }
}
