package be.vakoogst.takedown;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.takedown.Takedown.Notice;
import be.vakoogst.takedown.Takedown.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code takedown}. */
class TakedownTable {

    private final JdbcClient database;
    private final InstantSource clock;

    TakedownTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(String key, String address, Optional<ResourceId> resource, Notice notice) {
        database.sql("""
                        insert into takedown (key, address, resource_id, reason, explanation, name, email, language, state, asked_at)
                        values (:key, :address, :resource, :reason, :explanation, :name, :email, :language, 'open', :now)
                        """)
                .param("key", key)
                .param("address", address)
                .param("resource", resource.map(ResourceId::value).orElse(null))
                .param("reason", notice.reason().code())
                .param("explanation", notice.explanation())
                .param("name", notice.name())
                .param("email", notice.email())
                .param("language", notice.language())
                .param("now", now())
                .update();
    }

    /** @return false when it is no longer in that state: somebody else decided */
    boolean decide(long id, State from, State to, Optional<ResourceId> resource, String comment) {
        return database.sql("""
                        update takedown set state = :to, resource_id = coalesce(:resource, resource_id), comment = :comment, decided_at = :now
                        where id = :id and state = :from
                        """)
                        .param("to", to.code())
                        .param("resource", resource.map(ResourceId::value).orElse(null))
                        .param("comment", comment)
                        .param("now", now())
                        .param("id", id)
                        .param("from", from.code())
                        .update()
                == 1;
    }

    Optional<Takedown> find(long id) {
        return database.sql("select * from takedown where id = :id")
                .param("id", id)
                .query(TakedownTable::takedown)
                .optional();
    }

    Optional<Takedown> find(String key) {
        return database.sql("select * from takedown where key = :key")
                .param("key", key)
                .query(TakedownTable::takedown)
                .optional();
    }

    /** What is to be decided first, the oldest of it on top; then the latest decisions. */
    List<Takedown> list(int limit) {
        return database.sql("""
                        select * from takedown
                        order by state = 'open' desc, case when state = 'open' then asked_at end, decided_at desc limit :limit
                        """)
                .param("limit", limit)
                .query(TakedownTable::takedown)
                .list();
    }

    /** Who asked and why is forgotten of what was decided before a time; that something was taken down is not. */
    int forgetAskers(Instant before) {
        return database.sql("""
                        update takedown set name = '', email = '', explanation = ''
                        where decided_at < :before and email <> ''
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    int forgetAsker(String email) {
        return database.sql("""
                        update takedown set name = '', email = '', explanation = '' where lower(email) = lower(:email)
                        """).param("email", email).update();
    }

    List<Takedown> askedBy(String email) {
        return database.sql("select * from takedown where lower(email) = lower(:email) order by id")
                .param("email", email)
                .query(TakedownTable::takedown)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Takedown takedown(ResultSet row, int number) throws SQLException {
        return new Takedown(
                row.getLong("id"),
                row.getString("key"),
                row.getString("address"),
                Optional.ofNullable(row.getString("resource_id")).map(ResourceId::new),
                new Notice(
                        Takedown.Reason.valueOf(constant(row.getString("reason"))),
                        row.getString("explanation"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language")),
                State.valueOf(constant(row.getString("state"))),
                row.getString("comment"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
