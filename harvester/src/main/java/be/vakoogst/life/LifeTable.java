package be.vakoogst.life;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code item_life}, and of {@code item} whether it is gone. */
class LifeTable {

    private static final String COLUMNS = """
            select resource_id, source_id, url, state, reason, since, checked_at, failures, failing_since from item_life
            """;

    private final JdbcClient database;

    LifeTable(JdbcClient database) {
        this.database = database;
    }

    /** Records that their source shows. Their first check comes at a random time within the interval, so that checks spread by themselves. */
    void live(SourceId source, Map<ResourceId, URI> urls, Instant now, Duration checkEvery) {
        if (urls.isEmpty()) {
            return;
        }
        List<Map.Entry<ResourceId, URI>> rows = List.copyOf(urls.entrySet());
        database.sql("""
                        insert into item_life (resource_id, source_id, url, state, since, next_check)
                        select id, :source, url, 'live', :now, :now + random() * cast(:every as interval)
                        from unnest(:ids::text[], :urls::text[]) as shown (id, url)
                        on conflict (resource_id) do update set url = excluded.url, source_id = excluded.source_id,
                            state = 'live', reason = null, since = excluded.since, failures = 0, failing_since = null
                        where item_life.url <> excluded.url
                            or item_life.state not in ('live', 'moved', 'failing', 'blocked')
                        """)
                .param("source", source.value())
                .param("now", utc(now))
                .param("every", checkEvery.toSeconds() + " seconds")
                .param("ids", rows.stream().map(row -> row.getKey().value()).toArray(String[]::new))
                .param(
                        "urls",
                        rows.stream().map(row -> row.getValue().toString()).toArray(String[]::new))
                .update();
    }

    /** Records that their source lists again after it did not. */
    void listedAgain(Collection<ResourceId> ids, Instant now) {
        database.sql("""
                        update item_life set state = 'live', reason = null, since = :now
                        where resource_id = any (:ids) and state = 'missing'
                        """).param("now", utc(now)).param("ids", values(ids)).update();
    }

    void enter(Collection<ResourceId> ids, ItemState state, String reason, Instant now) {
        database.sql(
                        "update item_life set state = :state, reason = :reason, since = :now where resource_id = any (:ids)")
                .param("state", state.code())
                .param("reason", reason)
                .param("now", utc(now))
                .param("ids", values(ids))
                .update();
    }

    void renamed(ResourceId from, ResourceId to, URI url, Instant now) {
        enter(List.of(from), ItemState.RENAMED, "is " + to, now);
        database.sql("""
                        update item_life set url = :url, state = 'live', reason = 'was renamed by its source', since = :now,
                            failures = 0, failing_since = null
                        where resource_id = :id
                        """)
                .param("url", url.toString())
                .param("now", utc(now))
                .param("id", to.value())
                .update();
    }

    /** For the next run of their source: those that are gone are read again if they are listed. */
    void setGone(Collection<ResourceId> ids, boolean gone) {
        database.sql("update item set gone = :gone where resource_id = any (:ids)")
                .param("gone", gone)
                .param("ids", values(ids))
                .update();
    }

    /** Items that their publisher took back, or lets in again: then they are as good as new to the next run. */
    void setWithheld(Collection<ResourceId> ids, boolean withheld) {
        database.sql(
                        "update item set withheld = :withheld, gone = true, fingerprint = '' where resource_id = any (:ids)")
                .param("withheld", withheld)
                .param("ids", values(ids))
                .update();
    }

    /** Items of a source that its publisher has not taken back, be they gone or not. */
    List<ResourceId> notWithheld(SourceId source, int limit) {
        return database.sql("""
                        select resource_id from item where source_id = :source and not withheld order by resource_id limit :limit
                        """)
                .param("source", source.value())
                .param("limit", limit)
                .query((row, number) -> new ResourceId(row.getString(1)))
                .list();
    }

    /** Sources that have records. */
    List<SourceId> sources() {
        return database.sql("select distinct source_id from item where not gone")
                .query((row, number) -> new SourceId(row.getString(1)))
                .list();
    }

    int live(SourceId source) {
        return database.sql("select count(*) from item where source_id = :source and not gone")
                .param("source", source.value())
                .query(Integer.class)
                .single();
    }

    /** Takes those whose time has come, and nobody else does: their next check is set at once. */
    List<ItemLife> due(int most, Instant now, Duration checkEvery) {
        return database.sql("""
                        update item_life set next_check = :next where resource_id in (
                            select resource_id from item_life
                            where next_check <= :now and state in ('live', 'moved', 'failing', 'blocked')
                            order by next_check limit :most for update skip locked)
                        returning resource_id, source_id, url, state, reason, since, checked_at, failures, failing_since
                        """)
                .param("next", utc(now.plus(checkEvery)))
                .param("now", utc(now))
                .param("most", most)
                .query(LifeTable::life)
                .list();
    }

    /** @param next when to look again; sooner after an answer that needs another */
    void checked(ResourceId id, LinkVerdict verdict, Instant now, Instant next) {
        boolean counts = verdict.saysGone();
        boolean fine = verdict instanceof LinkVerdict.Alive || verdict instanceof LinkVerdict.Moved;
        database.sql("""
                        update item_life set checked_at = :now, next_check = :next, reason = :reason,
                            since = case when state = :state then since else :now end, state = :state,
                            failures = case when :counts then failures + 1 when :fine then 0 else failures end,
                            failing_since = case when :counts then coalesce(failing_since, :now) when :fine then null
                                                 else failing_since end
                        where resource_id = :id
                        """)
                .param("now", utc(now))
                .param("next", utc(next))
                .param("reason", fine && verdict instanceof LinkVerdict.Alive ? null : verdict.reason())
                .param("state", (counts ? ItemState.FAILING : verdict.state()).code())
                .param("counts", counts)
                .param("fine", fine)
                .param("id", id.value())
                .update();
    }

    void readAt(ResourceId id, URI url) {
        database.sql("update item_life set url = :url where resource_id = :id")
                .param("url", url.toString())
                .param("id", id.value())
                .update();
    }

    Optional<ItemLife> find(ResourceId id) {
        return database.sql(COLUMNS + "where resource_id = :id")
                .param("id", id.value())
                .query(LifeTable::life)
                .optional();
    }

    List<ItemLife> list(SourceId source, Optional<ItemState> state, String after, int limit) {
        return database.sql(COLUMNS + """
                        where source_id = :source and (:state::text is null or state = :state) and resource_id > :after
                        order by resource_id limit :limit
                        """)
                .param("source", source.value())
                .param("state", state.map(ItemState::code).orElse(null))
                .param("after", after)
                .param("limit", limit)
                .query(LifeTable::life)
                .list();
    }

    private static ItemLife life(ResultSet row, int number) throws SQLException {
        return new ItemLife(
                new ResourceId(row.getString("resource_id")),
                new SourceId(row.getString("source_id")),
                URI.create(row.getString("url")),
                ItemState.valueOf(
                        row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                Optional.ofNullable(row.getString("reason")),
                row.getTimestamp("since").toInstant(),
                Optional.ofNullable(row.getTimestamp("checked_at")).map(Timestamp::toInstant),
                row.getInt("failures"),
                Optional.ofNullable(row.getTimestamp("failing_since")).map(Timestamp::toInstant));
    }

    static String[] values(Collection<ResourceId> ids) {
        return ids.stream().map(ResourceId::value).toArray(String[]::new);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
