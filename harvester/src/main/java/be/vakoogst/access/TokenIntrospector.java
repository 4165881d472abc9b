package be.vakoogst.access;

import java.util.Map;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** What a bearer token opens: no more than its scope, and no more than its account may do now. */
class TokenIntrospector implements OpaqueTokenIntrospector {

    private final ApiTokens tokens;
    private final AccountTable accounts;

    TokenIntrospector(ApiTokens tokens, AccountTable accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String secret) {
        ApiToken token = tokens.find(secret).orElseThrow(() -> new BadOpaqueTokenException("no such token"));
        Account account = accounts.find(token.account())
                .map(AccountTable.Row::account)
                .filter(Account::enabled)
                .orElseThrow(() -> new BadOpaqueTokenException("its account is closed"));
        UserRole role = account.role().covers(token.scope()) ? token.scope() : account.role();
        return new DefaultOAuth2AuthenticatedPrincipal(account.name(), Map.of("token", token.id()), role.authorities());
    }
}
