package be.vakoogst.access;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/me}: what everybody may do with their own account. */
@RestController
@RequestMapping("/api/me")
class OwnAccountController {

    private final OwnAccount account;

    OwnAccountController(OwnAccount account) {
        this.account = account;
    }

    /** @param role what the request was let in as, which is less than the account's own with a token of a smaller scope */
    record Me(String name, UserRole role) {}

    record PasswordChange(Optional<String> current, Optional<String> password) {}

    record TokenList(List<ApiToken> tokens) {}

    /** @param days until it expires; never when left out */
    record NewToken(Optional<String> label, Optional<String> scope, Optional<Integer> days) {}

    @GetMapping
    Me me(Authentication user) {
        return new Me(user.getName(), UserRole.of(user));
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(Authentication user, @RequestBody PasswordChange change) {
        account.changePassword(
                user,
                AccountController.given("current", change.current()),
                AccountController.given("password", change.password()));
    }

    @GetMapping("/tokens")
    TokenList tokens(Authentication user) {
        return new TokenList(account.tokens(user));
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Issued issue(Authentication user, @RequestBody NewToken wanted) {
        return account.issue(user, AccountController.given("label", wanted.label()), wanted.scope(), wanted.days());
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Authentication user, @PathVariable long id) {
        account.revoke(user, id);
    }
}
