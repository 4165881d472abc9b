package be.vakoogst.access;

import java.time.InstantSource;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Accounts as Spring Security wants them. */
class AccountUsers implements UserDetailsService {

    private final AccountTable table;
    private final InstantSource clock;

    AccountUsers(AccountTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return table.find(name).map(this::user).orElseThrow(() -> new UsernameNotFoundException(name));
    }

    private UserDetails user(AccountTable.Row row) {
        Account account = row.account();
        return User.withUsername(account.name())
                .password(row.passwordHash().orElse(""))
                .authorities(account.role().authorities())
                .disabled(!account.enabled())
                .accountLocked(
                        account.lockedUntil().filter(clock.instant()::isBefore).isPresent())
                .build();
    }
}
