package be.vakoogst.access;

import be.vakoogst.audit.Audit;
import be.vakoogst.resource.Digest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys for programs: given out once, kept as a digest, revocable at any time. Safe for many threads and nodes. */
class ApiTokens {

    /** So that one that leaked is recognised for what it is, by people and by scanners. */
    static final String PREFIX = "vakoogst_";

    private static final int SECRET_BYTES = 32;

    private static final String COLUMNS =
            "select id, account, label, scope, created_at, expires_at, last_used from api_token ";

    private final JdbcClient database;
    private final InstantSource clock;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient database, InstantSource clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param secret shown to its owner this once */
    record Issued(ApiToken token, String secret) {}

    Issued issue(String account, String label, UserRole scope, Optional<Duration> lifetime) {
        String secret = PREFIX + secret();
        ApiToken token = database.sql("""
                        insert into api_token (account, label, scope, digest, created_at, expires_at)
                        values (:account, :label, :scope, :digest, :now, :expires)
                        returning id, account, label, scope, created_at, expires_at, last_used
                        """)
                .param("account", account)
                .param("label", label)
                .param("scope", scope.code())
                .param("digest", digest(secret))
                .param("now", now())
                .param("expires", lifetime.map(now()::plus).orElse(null))
                .query(ApiTokens::token)
                .single();
        audit.record("token.issued", subject(token), null, token);
        return new Issued(token, secret);
    }

    List<ApiToken> of(String account) {
        return database.sql(COLUMNS + "where account = :account order by id")
                .param("account", account)
                .query(ApiTokens::token)
                .list();
    }

    /** @return false when the account has no such token */
    boolean revoke(String account, long id) {
        Optional<ApiToken> token =
                of(account).stream().filter(one -> one.id() == id).findFirst();
        token.ifPresent(one -> {
            database.sql("delete from api_token where id = :id").param("id", id).update();
            audit.record("token.revoked", subject(one), one, null);
        });
        return token.isPresent();
    }

    /** The token behind a secret, unless it has expired. */
    Optional<ApiToken> find(String secret) {
        Optional<ApiToken> token = database.sql(
                        COLUMNS + "where digest = :digest and (expires_at is null or expires_at > :now)")
                .param("digest", digest(secret))
                .param("now", now())
                .query(ApiTokens::token)
                .optional();
        token.ifPresent(this::used);
        return token;
    }

    /** To the minute, so that a busy program does not write with every request. */
    private void used(ApiToken token) {
        database.sql(
                        "update api_token set last_used = :now where id = :id and (last_used is null or last_used < :recently)")
                .param("now", now())
                .param("recently", now().minusMinutes(1))
                .param("id", token.id())
                .update();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String subject(ApiToken token) {
        return "token:" + token.id();
    }

    /** A slow hash protects what can be guessed; 256 random bits cannot. */
    private static byte[] digest(String secret) {
        return Digest.of(secret).bytes();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("account"),
                row.getString("label"),
                UserRole.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                AccountTable.time(row, "created_at").orElseThrow(),
                AccountTable.time(row, "expires_at"),
                AccountTable.time(row, "last_used"));
    }
}
