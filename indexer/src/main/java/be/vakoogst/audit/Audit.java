package be.vakoogst.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes down who changed what, and tells it. Safe for many threads. */
public class Audit {

    /** The actor of a change that no user asked for. */
    public static final String NOBODY = "vakoogst";

    /** On a request whose change was written down in its own words. */
    private static final String TOLD = Audit.class.getName() + ".told";

    private final JdbcClient database;
    private final InstantSource clock;
    private final JsonMapper json;

    public Audit(JdbcClient database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Writes a change down, in the caller's transaction where there is one.
     *
     * @param before anything Jackson can write, without secrets; null where there was nothing
     * @param after the same, for how it is now
     */
    public void record(String action, String subject, @Nullable Object before, @Nullable Object after) {
        database.sql("""
                        insert into audit_entry (at, actor, action, subject, before, after)
                        values (:at, :actor, :action, :subject, :before::json, :after::json)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor())
                .param("action", action)
                .param("subject", subject)
                .param("before", text(before))
                .param("after", text(after))
                .update();
        request().ifPresent(request -> request.setAttribute(TOLD, true, RequestAttributes.SCOPE_REQUEST));
    }

    int forget(Instant before) {
        return database.sql("delete from audit_entry where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the current request's change was written down already. */
    public boolean told() {
        return request()
                .map(request -> request.getAttribute(TOLD, RequestAttributes.SCOPE_REQUEST) != null)
                .orElse(false);
    }

    /** The user behind the current request. */
    public static String actor() {
        return request()
                .map(ServletRequestAttributes::getRequest)
                .map(HttpServletRequest::getUserPrincipal)
                .map(Principal::getName)
                .orElse(NOBODY);
    }

    /**
     * @param actor only this one's changes
     * @param subject only changes of this one
     * @param before only entries with a lower id
     * @return the latest first, at most {@code limit}
     */
    public List<AuditEntry> list(Optional<String> actor, Optional<String> subject, long before, int limit) {
        return database.sql("""
                        select id, at, actor, action, subject, before, after from audit_entry
                        where id < :before and (:actor::text is null or actor = :actor)
                        and (:subject::text is null or subject = :subject) order by id desc limit :limit
                        """)
                .param("before", before)
                .param("actor", actor.orElse(null))
                .param("subject", subject.orElse(null))
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                tree(row.getString("before")),
                tree(row.getString("after")));
    }

    private Optional<JsonNode> tree(@Nullable String text) {
        return Optional.ofNullable(text).map(json::readTree);
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private static Optional<ServletRequestAttributes> request() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast);
    }
}
