package be.vakoogst.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
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

    @EventListener
    void right(AuthenticationSuccessEvent success) {
        table.signedIn(success.getAuthentication().getName());
    }
}
