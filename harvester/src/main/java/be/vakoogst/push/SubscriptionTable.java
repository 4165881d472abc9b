package be.vakoogst.push;

import be.vakoogst.feed.FeedHub;
import be.vakoogst.resource.SourceId;
import java.net.URI;
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

/** The rows of {@code hub_subscription}. */
class SubscriptionTable {

    private final JdbcClient database;
    private final InstantSource clock;

    SubscriptionTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes a source's turn to be looked at, for one node. Until its lease ends it comes ever sooner, then once a day. */
    boolean take(SourceId source) {
        return database.sql("""
                        insert into hub_subscription (source_id, looked_at, ask_at, state) values (:source, :now, :tomorrow, 'none')
                        on conflict (source_id) do update set looked_at = excluded.looked_at,
                            ask_at = case when hub_subscription.lease_until > :now
                                then :now + greatest((hub_subscription.lease_until - :now) / 2, interval '1 minute')
                                else excluded.ask_at end
                        where hub_subscription.ask_at <= :now
                        """)
                        .param("source", source.value())
                        .param("now", now())
                        .param("tomorrow", now().plusDays(1))
                        .update()
                == 1;
    }

    /** Those that ended unrenewed, whose sources hear nothing more. */
    List<SourceId> lapse() {
        return database.sql("""
                        update hub_subscription set state = 'lapsed', lease_until = null
                        where state = 'active' and lease_until < :now returning source_id
                        """)
                .param("now", now())
                .query((row, number) -> new SourceId(row.getString(1)))
                .list();
    }

    /** What the hub is about to be asked; who had a callback and a secret keeps them. Until it answers, what was known of it holds. */
    Subscription ask(SourceId source, FeedHub hub, String callback, String secret) {
        database.sql("""
                        update hub_subscription set hub = :hub, topic = :topic, callback = coalesce(callback, :callback),
                            secret = coalesce(secret, :secret),
                            state = case when state = 'none' then 'asked' else state end
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

    /** Its source went, and nothing that its hub tells is heard any more. Only a hub that tells us of changes is to be asked to stop. */
    void leave(SourceId source) {
        database.sql("delete from hub_subscription where source_id = :source and state not in ('active', 'leaving')")
                .param("source", source.value())
                .update();
        database.sql("update hub_subscription set state = 'leaving' where source_id = :source and state = 'active'")
                .param("source", source.value())
                .update();
    }

    /** Those whose hub was not asked yet to stop, for one node; it is asked once, and has a day to ask back. */
    List<Subscription> farewells() {
        return database.sql("""
                        update hub_subscription set lease_until = null, ask_at = :tomorrow
                        where state = 'leaving' and lease_until is not null returning *
                        """)
                .param("tomorrow", now().plusDays(1))
                .query(SubscriptionTable::subscription)
                .list();
    }

    /** Those whose hub never asked back. */
    void forgetLeft() {
        database.sql("delete from hub_subscription where state = 'leaving' and lease_until is null and ask_at <= :now")
                .param("now", now())
                .update();
    }

    void forget(String callback) {
        database.sql("delete from hub_subscription where callback = :callback")
                .param("callback", callback)
                .update();
    }

    List<SourceId> sources() {
        return database.sql("select source_id from hub_subscription")
                .query((row, number) -> new SourceId(row.getString(1)))
                .list();
    }

    /** Of a source whose feed offers a hub, and that is still there. */
    Optional<Subscription> of(SourceId source) {
        return database.sql(
                        "select * from hub_subscription where source_id = :source and hub is not null and state <> 'leaving'")
                .param("source", source.value())
                .query(SubscriptionTable::subscription)
                .optional();
    }

    Optional<Subscription> find(String callback) {
        return database.sql("select * from hub_subscription where callback = :callback")
                .param("callback", callback)
                .query(SubscriptionTable::subscription)
                .optional();
    }

    /** @param renewal when it is to be renewed */
    void verified(String callback, Instant leaseUntil, Instant renewal) {
        database.sql("""
                        update hub_subscription set state = 'active', lease_until = :until, ask_at = :renewal, reason = null
                        where callback = :callback
                        """)
                .param("until", leaseUntil.atOffset(ZoneOffset.UTC))
                .param("renewal", renewal.atOffset(ZoneOffset.UTC))
                .param("callback", callback)
                .update();
    }

    void denied(String callback, String reason) {
        database.sql(
                        "update hub_subscription set state = 'denied', lease_until = null, ask_at = :tomorrow, reason = :reason where callback = :callback")
                .param("tomorrow", now().plusDays(1))
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
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("reason")));
    }
}
