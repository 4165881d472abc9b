package be.vakoogst.access;

import be.vakoogst.problem.WrongParameter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/accounts}: for administrators. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    record AccountList(List<Account> accounts) {}

    /** @param role {@code viewer}, {@code operator}, {@code administrator} or {@code partner} */
    record NewAccount(Optional<String> name, Optional<String> role, Optional<String> password) {}

    /** What is left out stays as it is. */
    record AccountChange(Optional<String> role, Optional<Boolean> enabled, Optional<String> password) {}

    @GetMapping
    AccountList list() {
        return new AccountList(accounts.all());
    }

    @GetMapping("/{name}")
    Account one(@PathVariable String name) {
        return accounts.account(name);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Account make(@RequestBody NewAccount wanted) {
        String name = given("name", wanted.name());
        UserRole role = UserRole.parse("role", given("role", wanted.role()));
        accounts.make(name, role, given("password", wanted.password()));
        return accounts.account(name);
    }

    @PutMapping("/{name}")
    Account change(@PathVariable String name, @RequestBody AccountChange change) {
        Account account = accounts.account(name);
        change.password().ifPresent(password -> accounts.password(name, password));
        if (change.role().isEmpty() && change.enabled().isEmpty()) {
            return account;
        }
        return accounts.change(
                name,
                change.role().map(role -> UserRole.parse("role", role)).orElse(account.role()),
                change.enabled().orElse(account.enabled()));
    }

    @PostMapping("/{name}/unlock")
    Account unlock(@PathVariable String name) {
        accounts.unlock(name);
        return accounts.account(name);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        accounts.remove(name);
    }

    static String given(String parameter, Optional<String> value) {
        return value.filter(text -> !text.isBlank()).orElseThrow(() -> new WrongParameter(parameter, "is missing"));
    }
}
