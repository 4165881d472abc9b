package be.vakoogst.access;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/** What everybody may do with their own account, by the API and by its page. */
@Component
class OwnAccount {

    private static final int LONGEST_LABEL = 100;
    private static final int MOST_DAYS = 3650;

    private final Accounts accounts;
    private final ApiTokens tokens;

    OwnAccount(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** @throws WrongParameter when {@code current} is not the password, or {@code password} cannot be one */
    void changePassword(Authentication user, String current, String password) {
        String name = required(user);
        if (!accounts.isPassword(name, current)) {
            throw new WrongParameter("current", "is not the password");
        }
        accounts.password(name, password);
    }

    /** Empty for one who came by an identity provider, and has no account here. */
    Optional<Account> of(Authentication user) {
        return user instanceof OAuth2AuthenticationToken ? Optional.empty() : accounts.find(user.getName());
    }

    List<ApiToken> tokens(Authentication user) {
        return of(user).map(Account::name).map(tokens::of).orElse(List.of());
    }

    /**
     * @param scope the user's own role when left out
     * @param days until it expires; never when left out
     * @throws WrongParameter for a label, scope or number of days that cannot be
     */
    ApiTokens.Issued issue(Authentication user, String label, Optional<String> scope, Optional<Integer> days) {
        UserRole own = UserRole.of(user);
        UserRole wanted = scope.map(text -> UserRole.parse("scope", text)).orElse(own);
        if (!own.covers(wanted)) {
            throw new WrongParameter("scope", "is more than you may do yourself, which is " + own.code());
        }
        return tokens.issue(required(user), checkedLabel(label), wanted, days.map(OwnAccount::checkedDays));
    }

    /** @throws Refusal when there is no such token of this user */
    void revoke(Authentication user, long id) {
        if (!tokens.revoke(required(user), id)) {
            throw Refusal.notThere("You have no token " + id);
        }
    }

    private String required(Authentication user) {
        return of(user).map(Account::name)
                .orElseThrow(() -> Refusal.conflict("You have no account here: you signed in elsewhere"));
    }

    private static String checkedLabel(String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new WrongParameter("label", "must have 1 to " + LONGEST_LABEL + " characters");
        }
        return label;
    }

    private static Duration checkedDays(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new WrongParameter("days", "is " + days + " and must lie between 1 and " + MOST_DAYS);
        }
        return Duration.ofDays(days);
    }
}
