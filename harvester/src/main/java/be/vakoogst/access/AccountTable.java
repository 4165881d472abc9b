package be.vakoogst.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts in the database. */
class AccountTable {

    /** Wrong passwords in a row that are still answered at once. */
    static final int FREE_ATTEMPTS = 5;

    /** The first lock; each further wrong password doubles it, up to {@link #LONGEST_LOCK}. */
    static final Duration FIRST_LOCK = Duration.ofMinutes(1);

    static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    private static final String COLUMNS = """
            select name, role, password_hash, own_password, enabled, locked_until, created_at, last_sign_in from account
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    AccountTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param passwordHash empty for one who never had a password */
    record Row(Account account, Optional<String> passwordHash) {}

    List<Account> all() {
        return database.sql(COLUMNS + "order by name").query(AccountTable::row).list().stream()
                .map(Row::account)
                .toList();
    }

    Optional<Row> find(String name) {
        return database.sql(COLUMNS + "where name = :name")
                .param("name", name)
                .query(AccountTable::row)
                .optional();
    }

    /** @return false when there is one of that name */
    boolean insert(String name, UserRole role, @Nullable String passwordHash, boolean ownPassword) {
        return database.sql("""
                        insert into account (name, role, password_hash, own_password, created_at)
                        values (:name, :role, :hash, :own, :now) on conflict (name) do nothing
                        """)
                        .param("name", name)
                        .param("role", role.code())
                        .param("hash", passwordHash)
                        .param("own", ownPassword)
                        .param("now", now())
                        .update()
                == 1;
    }

    void update(String name, UserRole role, boolean enabled) {
        database.sql("update account set role = :role, enabled = :enabled where name = :name")
                .param("name", name)
                .param("role", role.code())
                .param("enabled", enabled)
                .update();
    }

    void password(String name, String hash) {
        database.sql("update account set password_hash = :hash where name = :name")
                .param("name", name)
                .param("hash", hash)
                .update();
    }

    void delete(String name) {
        database.sql("delete from account where name = :name")
                .param("name", name)
                .update();
    }

    /** How many could still decide who may do what, if {@code without} could not. */
    int administratorsBut(String without) {
        return database.sql(
                        "select count(*) from account where role = 'administrator' and enabled and name <> :without")
                .param("without", without)
                .query(Integer.class)
                .single();
    }

    void signedIn(String name) {
        database.sql("""
                        update account set failed_attempts = 0, locked_until = null, last_sign_in = :now
                        where name = :name and (failed_attempts > 0 or last_sign_in is null or last_sign_in < :recently)
                        """)
                .param("name", name)
                .param("now", now())
                .param("recently", now().minusMinutes(1))
                .update();
    }

    void failed(String name) {
        database.sql("""
                        update account set failed_attempts = failed_attempts + 1,
                            locked_until = case when failed_attempts + 1 >= :free then cast(:now as timestamptz) + make_interval(
                                secs => least(:longest, :first * power(2, least(failed_attempts + 1 - :free, 20)))) end
                        where name = :name
                        """)
                .param("name", name)
                .param("now", now())
                .param("free", FREE_ATTEMPTS)
                .param("first", FIRST_LOCK.toSeconds())
                .param("longest", LONGEST_LOCK.toSeconds())
                .update();
    }

    void unlock(String name) {
        database.sql("update account set failed_attempts = 0, locked_until = null where name = :name")
                .param("name", name)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Account(
                        row.getString("name"),
                        UserRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        row.getBoolean("own_password"),
                        row.getBoolean("enabled"),
                        time(row, "locked_until"),
                        time(row, "created_at").orElseThrow(),
                        time(row, "last_sign_in")),
                Optional.ofNullable(row.getString("password_hash")));
    }

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
