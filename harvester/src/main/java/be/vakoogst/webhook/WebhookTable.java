package be.vakoogst.webhook;

import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.SourceId;
import java.net.URI;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code webhook}. */
class WebhookTable {

    private final JdbcClient database;
    private final InstantSource clock;

    WebhookTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A hook, and what signs its messages. */
    record Signed(Webhook hook, String secret) {}

    long insert(String owner, Wanted wanted, String secret, ChangeNumber from) {
        return database.sql("""
                        insert into webhook (owner, url, secret, source_id, trade, state, position, not_before, made_at)
                        values (:owner, :url, :secret, :source, :trade, 'active', :position, :now, :now) returning id
                        """)
                .param("owner", owner)
                .param("url", wanted.url().toString())
                .param("secret", secret)
                .param("source", wanted.source().map(SourceId::value).orElse(null))
                .param("trade", wanted.trade().orElse(null))
                .param("position", from.value())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    List<Webhook> of(String owner) {
        return database.sql("select * from webhook where owner = :owner order by id")
                .param("owner", owner)
                .query((row, number) -> hook(row))
                .list();
    }

    List<Webhook> all(int limit) {
        return database.sql("select * from webhook order by id limit :limit")
                .param("limit", limit)
                .query((row, number) -> hook(row))
                .list();
    }

    Optional<Webhook> find(long id) {
        return database.sql("select * from webhook where id = :id")
                .param("id", id)
                .query((row, number) -> hook(row))
                .optional();
    }

    boolean delete(long id) {
        return database.sql("delete from webhook where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Takes those that have something to be told, for as long as one turn may last, so that no two nodes tell the same. Those of an account that
     * is closed are told nothing.
     */
    List<Signed> due(ChangeNumber latest, Duration turn, int most) {
        return database.sql("""
                        update webhook set not_before = :later where id in (
                            select w.id from webhook w join account a on a.name = w.owner and a.enabled
                            where w.state = 'active' and w.not_before <= :now and w.position < :latest
                            order by w.not_before limit :most for update of w skip locked)
                        returning *
                        """)
                .param("later", now().plus(turn))
                .param("now", now())
                .param("latest", latest.value())
                .param("most", most)
                .query((row, number) -> new Signed(hook(row), row.getString("secret")))
                .list();
    }

    void taken(long id, ChangeNumber number) {
        database.sql("""
                        update webhook set position = :number, attempts = 0, reason = null, delivered_at = :now where id = :id
                        """)
                .param("number", number.value())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Nothing of what changed up to there was for it. */
    void passed(long id, ChangeNumber number) {
        database.sql("update webhook set position = greatest(position, :number) where id = :id")
                .param("number", number.value())
                .param("id", id)
                .update();
    }

    void freeFrom(long id, Instant time) {
        database.sql("update webhook set not_before = :time where id = :id")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void failed(long id, String reason, Instant next) {
        database.sql("""
                        update webhook set attempts = attempts + 1, reason = :reason, not_before = :next where id = :id
                        """)
                .param("reason", reason)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void stop(long id, String reason) {
        database.sql("update webhook set state = 'stopped', reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void resume(long id) {
        database.sql(
                        "update webhook set state = 'active', attempts = 0, reason = null, not_before = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Webhook hook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("owner"),
                URI.create(row.getString("url")),
                Optional.ofNullable(row.getString("source_id")).map(SourceId::new),
                Optional.ofNullable(row.getString("trade")),
                Webhook.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("reason")),
                row.getLong("position"),
                row.getInt("attempts"),
                time(row, "delivered_at"),
                time(row, "made_at").orElseThrow());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
