package be.vakoogst.push;

import be.vakoogst.feed.FeedHub;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code hub_subscription}. */
class SubscriptionTable {

    private final JdbcClient database;
    private final InstantSource clock;

    SubscriptionTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes a source's turn to be looked at, for one node.
     *
     * @param again after which one that was looked at is looked at again
     * @param renewal how long before its end a lease is renewed
     */
    boolean take(SourceId source, Duration again, Duration renewal) {
        return database.sql("""
                        insert into hub_subscription (source_id, looked_at, state) values (:source, :now, 'none')
                        on conflict (source_id) do update set looked_at = excluded.looked_at
                        where hub_subscription.looked_at < :before
                            and (hub_subscription.lease_until is null or hub_subscription.lease_until < :soon)
                        """)
                        .param("source", source.value())
                        .param("now", now())
                        .param("before", now().minus(again))
                        .param("soon", now().plus(renewal))
                        .update()
                == 1;
    }

    /** What the hub is about to be asked; who had a callback and a secret keeps them. */
    Subscription ask(SourceId source, FeedHub hub, String callback, String secret) {
        database.sql("""
                        update hub_subscription set hub = :hub, topic = :topic, callback = coalesce(callback, :callback),
                            secret = coalesce(secret, :secret), reason = null,
                            state = case when state = 'active' then state else 'asked' end
                        where source_id = :source
                        """)
                .param("hub", hub.hub().toString())
                .param("topic", hub.topic().toString())
                .param("callback", callback)
                .param("secret", secret)
                .param("source", source.value())
                .update();
        return database.sql("select * from hub_subscription where source_id = :source")
                .param("source", source.value())
                .query(SubscriptionTable::subscription)
                .single();
    }

    Optional<Subscription> find(String callback) {
        return database.sql("select * from hub_subscription where callback = :callback")
                .param("callback", callback)
                .query(SubscriptionTable::subscription)
                .optional();
    }

    void verified(String callback, Instant leaseUntil) {
        database.sql("update hub_subscription set state = 'active', lease_until = :until where callback = :callback")
                .param("until", leaseUntil.atOffset(ZoneOffset.UTC))
                .param("callback", callback)
                .update();
    }

    void denied(String callback, String reason) {
        database.sql(
                        "update hub_subscription set state = 'denied', lease_until = null, reason = :reason where callback = :callback")
                .param("reason", reason)
                .param("callback", callback)
                .update();
    }

    void pushed(String callback) {
        database.sql("update hub_subscription set pushed_at = :now where callback = :callback")
                .param("now", now())
                .param("callback", callback)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                new SourceId(row.getString("source_id")),
                Subscription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                URI.create(row.getString("hub")),
                URI.create(row.getString("topic")),
                row.getString("callback"),
                row.getString("secret"),
                Optional.ofNullable(row.getObject("lease_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
