package be.vakoogst.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts in the database. */
class AlertTable {

    private static final String COLUMNS = "select id, kind, subject, facts, link, started_at, ended_at from alert ";

    /** "alerts" in ASCII: one node at a time compares what is with what was. */
    private static final long LOCK = 0x616c65727473L;

    private final JdbcClient database;

    AlertTable(JdbcClient database) {
        this.database = database;
    }

    void awaitTurn() {
        database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    List<Alert> open() {
        return database.sql(COLUMNS + "where ended_at is null order by started_at desc, id desc")
                .query(AlertTable::alert)
                .list();
    }

    /** The latest first, each with a number below {@code before}. */
    List<Alert> ended(long before, int limit) {
        return database.sql(COLUMNS + "where ended_at is not null and id < ? order by id desc limit ?")
                .param(before)
                .param(limit)
                .query(AlertTable::alert)
                .list();
    }

    Alert start(Condition condition, Instant now) {
        return database.sql("""
                        insert into alert (kind, subject, facts, link, started_at) values (:kind, :subject, :facts, :link, :now)
                        returning id, kind, subject, facts, link, started_at, ended_at
                        """)
                .param("kind", condition.kind().code())
                .param("subject", condition.subject())
                .param("facts", condition.facts().toArray(String[]::new))
                .param("link", condition.link())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AlertTable::alert)
                .single();
    }

    /** It is so, or so again. */
    void goesOn(Alert alert, Condition condition) {
        database.sql("update alert set clear_since = null, facts = :facts where id = :id")
                .param("facts", condition.facts().toArray(String[]::new))
                .param("id", alert.id())
                .update();
    }

    /** It is not so any more; it ends when that has lasted since a time. */
    Optional<Alert> clear(Alert alert, Instant now, Instant settledSince) {
        database.sql("update alert set clear_since = coalesce(clear_since, :now) where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", alert.id())
                .update();
        return database.sql("""
                        update alert set ended_at = :now where id = :id and clear_since <= :settled
                        returning id, kind, subject, facts, link, started_at, ended_at
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("settled", settledSince.atOffset(ZoneOffset.UTC))
                .param("id", alert.id())
                .query(AlertTable::alert)
                .optional();
    }

    Map<AlertKind, Long> countOpen() {
        Map<AlertKind, Long> open = new EnumMap<>(AlertKind.class);
        database.sql("select kind, count(*) as alerts from alert where ended_at is null group by kind")
                .query(row -> {
                    open.put(kind(row.getString("kind")), row.getLong("alerts"));
                });
        return open;
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getLong("id"),
                kind(row.getString("kind")),
                row.getString("subject"),
                List.of((String[]) row.getArray("facts").getArray()),
                row.getString("link"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }

    private static AlertKind kind(String code) {
        return AlertKind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
