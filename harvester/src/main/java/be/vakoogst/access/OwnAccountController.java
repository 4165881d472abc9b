package be.vakoogst.access;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import java.time.Duration;
import java.util.Arrays;
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

    private static final int LONGEST_LABEL = 100;
    private static final int MOST_DAYS = 3650;

    private final Accounts accounts;
    private final ApiTokens tokens;

    OwnAccountController(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** @param role what the request was let in as, which is less than the account's own with a token of a smaller scope */
    record Me(String name, UserRole role) {}

    record PasswordChange(Optional<String> current, Optional<String> password) {}

    record TokenList(List<ApiToken> tokens) {}

    /** @param days until it expires; never when left out */
    record NewToken(Optional<String> label, Optional<String> scope, Optional<Integer> days) {}

    @GetMapping
    Me me(Authentication user) {
        return new Me(user.getName(), role(user));
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(Authentication user, @RequestBody PasswordChange change) {
        if (!accounts.isPassword(user.getName(), AccountController.given("current", change.current()))) {
            throw new WrongParameter("current", "is not the password");
        }
        accounts.password(user.getName(), AccountController.given("password", change.password()));
    }

    @GetMapping("/tokens")
    TokenList tokens(Authentication user) {
        return new TokenList(tokens.of(user.getName()));
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Issued issue(Authentication user, @RequestBody NewToken wanted) {
        UserRole scope =
                wanted.scope().map(text -> UserRole.parse("scope", text)).orElse(role(user));
        if (!role(user).covers(scope)) {
            throw new WrongParameter(
                    "scope",
                    "is more than you may do yourself, which is " + role(user).code());
        }
        return tokens.issue(user.getName(), label(wanted), scope, wanted.days().map(OwnAccountController::days));
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Authentication user, @PathVariable long id) {
        if (!tokens.revoke(user.getName(), id)) {
            throw Refusal.notThere("You have no token " + id);
        }
    }

    private static String label(NewToken wanted) {
        String label = AccountController.given("label", wanted.label());
        if (label.length() > LONGEST_LABEL) {
            throw new WrongParameter("label", "is longer than " + LONGEST_LABEL + " characters");
        }
        return label;
    }

    private static Duration days(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new WrongParameter("days", "is " + days + " and must lie between 1 and " + MOST_DAYS);
        }
        return Duration.ofDays(days);
    }

    private static UserRole role(Authentication user) {
        return Arrays.stream(UserRole.values())
                .filter(role -> user.getAuthorities().containsAll(role.authorities()))
                .findFirst()
                .orElse(UserRole.VIEWER);
    }
}
