package be.vakoogst.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.stereotype.Component;

/** Counts wrong passwords, so that guessing gets slower with each, and forgets them at the first right one. */
@Component
class SignIns {

    private final AccountTable table;

    SignIns(AccountTable table) {
        this.table = table;
    }

    @EventListener
    void wrong(AuthenticationFailureBadCredentialsEvent failure) {
        table.failed(failure.getAuthentication().getName());
    }

    /** Whom an identity provider lets in may be called like an account here, and is another. */
    @EventListener
    void right(AuthenticationSuccessEvent success) {
        if (success.getAuthentication() instanceof OAuth2LoginAuthenticationToken) {
            return;
        }
        table.signedIn(success.getAuthentication().getName());
    }
}
