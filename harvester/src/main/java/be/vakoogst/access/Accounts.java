package be.vakoogst.access;

import be.vakoogst.audit.Audit;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may sign in: made, changed and removed here, and each change written down. Safe for many threads and nodes. */
public class Accounts {

    /** Letters, digits and what e-mail addresses have, so that a name can stand in a path. */
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._+@-]{1,63}");

    /** NIST SP 800-63B (section 5.1.1.2) asks for 8 at least; bcrypt reads no more than 72 bytes. */
    static final int SHORTEST_PASSWORD = 12;

    private static final int LONGEST_PASSWORD = 72;

    private final AccountTable table;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Accounts(
            AccountTable table,
            PasswordEncoder encoder,
            Sessions sessions,
            Audit audit,
            TransactionTemplate transaction) {
        this.table = table;
        this.encoder = encoder;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    List<Account> all() {
        return table.all();
    }

    /** @throws Refusal when there is none */
    Account account(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    private static Refusal unknown(String name) {
        return Refusal.notThere("There is no account '" + name + "'");
    }

    Optional<Account> find(String name) {
        return table.find(name).map(AccountTable.Row::account);
    }

    /**
     * @throws WrongParameter for a name or password that cannot be
     * @throws Refusal when there is one of that name
     */
    public void make(String name, UserRole role, String password) {
        checkName(name);
        String hash = hash(password);
        transaction.executeWithoutResult(status -> {
            if (!table.insert(name, role, hash, true)) {
                throw Refusal.conflict("There is an account '" + name + "' already");
            }
            written("account.made", name, null, account(name));
        });
    }

    /** The first account of an installation: made at the first start, its password follows the setting at each later one. */
    void makeFirst(String name, String password) {
        Optional<AccountTable.Row> known = table.find(name);
        if (known.isEmpty()) {
            table.insert(name, UserRole.ADMINISTRATOR, encoder.encode(password), false);
        } else if (!encoder.matches(password, known.get().passwordHash().orElse(null))) {
            table.password(name, encoder.encode(password));
        }
    }

    /** Sessions and tokens of one who may do less, or nothing, end at once. */
    Account change(String name, UserRole role, boolean enabled) {
        return transaction.execute(status -> {
            Account before = account(name);
            if (role != UserRole.ADMINISTRATOR || !enabled) {
                requireOtherAdministrator(before);
            }
            table.update(name, role, enabled);
            sessions.end(name);
            Account after = account(name);
            written("account.changed", name, before, after);
            return after;
        });
    }

    void password(String name, String password) {
        Account account = account(name);
        if (!account.ownPassword()) {
            throw Refusal.conflict(("The password of '%s' comes from VAKOOGST_OPERATOR_PASSWORD or the data folder: "
                            + "change it there and start again")
                    .formatted(name));
        }
        String hash = hash(password);
        transaction.executeWithoutResult(status -> {
            table.password(name, hash);
            table.unlock(name);
            sessions.end(name);
            audit.record("account.password-changed", subject(name), null, null);
        });
    }

    boolean isPassword(String name, String password) {
        return table.find(name)
                .flatMap(AccountTable.Row::passwordHash)
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
    }

    void unlock(String name) {
        Account before = account(name);
        table.unlock(name);
        written("account.unlocked", name, before, account(name));
    }

    void remove(String name) {
        transaction.executeWithoutResult(status -> {
            Account before = account(name);
            requireOtherAdministrator(before);
            table.delete(name);
            sessions.end(name);
            written("account.removed", name, before, null);
        });
    }

    private void requireOtherAdministrator(Account account) {
        if (!account.ownPassword()) {
            throw Refusal.conflict("'" + account.name()
                    + "' is the first account: it stays an enabled administrator, so that nobody is locked out");
        }
        if (account.role() == UserRole.ADMINISTRATOR && table.administratorsBut(account.name()) == 0) {
            throw Refusal.conflict("'" + account.name() + "' is the last administrator: make another one first");
        }
    }

    private void written(String action, String name, @Nullable Account before, @Nullable Account after) {
        audit.record(action, subject(name), before, after);
    }

    private static String subject(String name) {
        return "account:" + name;
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new WrongParameter(
                    "name",
                    "is '" + name + "' and must be 2 to 64 of a-z, 0-9 and ._+@-, with a letter or digit first");
        }
    }

    private String hash(String password) {
        int length = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new WrongParameter(
                    "password",
                    "must have at least %d characters and at most %d bytes"
                            .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        return encoder.encode(password);
    }
}
