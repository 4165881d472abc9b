package be.vakoogst.life;

import static be.vakoogst.life.LifeTable.utc;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code removal} and {@code removal_item}. Whole lists go from table to table: none is held in memory. */
class RemovalTable {

    private static final String COLUMNS = """
            select id, source_id, cause, state, reason, out_of, asked_at, decided_at,
                   (select count(*) from removal_item i where i.removal_id = r.id) as count
            from removal r
            """;

    private final JdbcClient database;

    RemovalTable(JdbcClient database) {
        this.database = database;
    }

    /** One record of a removal. */
    record Leaving(ResourceId id, URI url, ItemState state, String reason) {}

    long open(SourceId source, String cause, int outOf, Instant now) {
        return database.sql("""
                        insert into removal (source_id, cause, state, out_of, asked_at) values (:source, :cause, 'open', :of, :now)
                        on conflict (cause) do update set out_of = greatest(removal.out_of, excluded.out_of) returning id
                        """)
                .param("source", source.value())
                .param("cause", cause)
                .param("of", outOf)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    long waiting() {
        return database.sql("select count(*) from removal where state = 'waiting'")
                .query(Long.class)
                .single();
    }

    /** Records that their publisher withdrew. */
    void addWithdrawn(long removal, Map<ResourceId, String> reasons) {
        List<Map.Entry<ResourceId, String>> rows = List.copyOf(reasons.entrySet());
        database.sql("""
                        insert into removal_item (removal_id, resource_id, url, state, reason)
                        select :removal, i.resource_id, i.url, 'withdrawn', gone.reason
                        from unnest(:ids::text[], :reasons::text[]) as gone (id, reason)
                        join item i on i.resource_id = gone.id where not i.gone
                        on conflict do nothing
                        """)
                .param("removal", removal)
                .param("ids", rows.stream().map(row -> row.getKey().value()).toArray(String[]::new))
                .param("reasons", rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    /** Marks what a whole list lacks as missing, from now on where it is not yet. */
    void markMissing(SourceId source, long run, Instant now) {
        database.sql("""
                        insert into item_life (resource_id, source_id, url, state, reason, since, next_check)
                        select resource_id, source_id, url, 'missing', 'no longer in the source''s complete list', :now, :now
                        from item where source_id = :source and not gone and last_run < :run
                        on conflict (resource_id) do update set state = 'missing', reason = excluded.reason,
                            since = case when item_life.state = 'missing' then item_life.since else excluded.since end
                        """)
                .param("source", source.value())
                .param("run", run)
                .param("now", utc(now))
                .update();
    }

    /** Adds what has been missing for the whole grace. */
    void addMissing(long removal, SourceId source, long run, Instant missingSince) {
        database.sql("""
                        insert into removal_item (removal_id, resource_id, url, state, reason)
                        select :removal, i.resource_id, coalesce(i.page, i.url), 'unpublished', 'no longer in the source''s complete list'
                        from item i join item_life l on l.resource_id = i.resource_id
                        where i.source_id = :source and not i.gone and i.last_run < :run
                            and l.state = 'missing' and l.since <= :since
                        on conflict do nothing
                        """)
                .param("removal", removal)
                .param("source", source.value())
                .param("run", run)
                .param("since", utc(missingSince))
                .update();
    }

    void addAll(long removal, SourceId source, ItemState state, String reason) {
        database.sql("""
                        insert into removal_item (removal_id, resource_id, url, state, reason)
                        select :removal, resource_id, url, :state, :reason from item where source_id = :source and not gone
                        on conflict do nothing
                        """)
                .param("removal", removal)
                .param("source", source.value())
                .param("state", state.code())
                .param("reason", reason)
                .update();
    }

    /** Adds records that enough link checks found gone. */
    void addGone(long removal, SourceId source, int failures, Instant failingSince) {
        database.sql("""
                        insert into removal_item (removal_id, resource_id, url, state, reason)
                        select :removal, l.resource_id, l.url,
                               case when l.reason like 'status %' then 'gone' else 'soft-404' end, l.reason
                        from item_life l join item i on i.resource_id = l.resource_id
                        where l.source_id = :source and not i.gone and l.state = 'failing'
                            and l.failures >= :failures and l.failing_since <= :since
                        on conflict do nothing
                        """)
                .param("removal", removal)
                .param("source", source.value())
                .param("failures", failures)
                .param("since", utc(failingSince))
                .update();
    }

    /** Sources of which enough link checks found something gone. */
    List<SourceId> withGone(int failures, Instant failingSince) {
        return database.sql("""
                        select distinct source_id from item_life
                        where state = 'failing' and failures >= :failures and failing_since <= :since
                        """)
                .param("failures", failures)
                .param("since", utc(failingSince))
                .query((row, number) -> new SourceId(row.getString(1)))
                .list();
    }

    /** Those whose page has to be asked first, in their order. */
    List<Leaving> toAsk(long removal, String after, int limit) {
        return leaving("""
                where removal_id = :removal and not done and state = 'unpublished' and resource_id > :after
                and exists (select 1 from item where item.resource_id = removal_item.resource_id and item.page is not null)
                """, removal, after, limit);
    }

    List<Leaving> toRemove(long removal, int limit) {
        return leaving("where removal_id = :removal and not done and resource_id > :after", removal, "", limit);
    }

    List<Leaving> items(long removal, String after, int limit) {
        return leaving("where removal_id = :removal and resource_id > :after", removal, after, limit);
    }

    private List<Leaving> leaving(String where, long removal, String after, int limit) {
        return database.sql("select resource_id, url, state, reason from removal_item " + where
                        + " order by resource_id limit :limit")
                .param("removal", removal)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Leaving(
                        new ResourceId(row.getString("resource_id")),
                        URI.create(row.getString("url")),
                        ItemState.valueOf(
                                row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                        row.getString("reason")))
                .list();
    }

    void found(long removal, ResourceId id, LinkVerdict verdict) {
        database.sql(
                        "update removal_item set state = :state, reason = :reason where removal_id = :removal and resource_id = :id")
                .param("state", verdict.state().code())
                .param("reason", verdict.reason())
                .param("removal", removal)
                .param("id", id.value())
                .update();
    }

    void spare(long removal, ResourceId id) {
        database.sql("delete from removal_item where removal_id = :removal and resource_id = :id")
                .param("removal", removal)
                .param("id", id.value())
                .update();
    }

    void done(long removal, List<ResourceId> ids) {
        database.sql("update removal_item set done = true where removal_id = :removal and resource_id = any (:ids)")
                .param("removal", removal)
                .param("ids", LifeTable.values(ids))
                .update();
    }

    void enter(long removal, Removal.State state, @Nullable String reason, Instant now) {
        database.sql(
                        "update removal set state = :state, reason = coalesce(:reason, reason), decided_at = :now where id = :id")
                .param("state", state.code())
                .param("reason", reason)
                .param("now", state == Removal.State.WAITING ? null : utc(now))
                .param("id", removal)
                .update();
    }

    /** An operator is asked once, with the latest figures. */
    void takeOver(Removal by, Instant now) {
        database.sql("""
                        update removal set state = 'refused', reason = :reason, decided_at = :now
                        where source_id = :source and state = 'waiting' and id <> :id
                        """)
                .param("reason", "taken over by removal " + by.id())
                .param("now", utc(now))
                .param("source", by.source().value())
                .param("id", by.id())
                .update();
    }

    /** Nobody need decide of what is there again, all of it. */
    void answerWhatIsBack(SourceId source, Instant now) {
        database.sql("""
                        update removal set state = 'refused', reason = 'all of it is there again', decided_at = :now
                        where source_id = :source and state = 'waiting' and not exists (
                            select from removal_item r left join item_life l on l.resource_id = r.resource_id
                            where r.removal_id = removal.id and not (coalesce(l.state, 'missing') in ('live', 'moved')
                                and r.state in ('unpublished', 'gone', 'soft-404')))
                        """).param("source", source.value()).param("now", utc(now)).update();
    }

    /** What its source has shown again since, or its address, does not go. */
    void spareWhatIsBack(long removal) {
        database.sql("""
                        delete from removal_item r using item_life l
                        where r.removal_id = :removal and l.resource_id = r.resource_id and l.state in ('live', 'moved')
                            and r.state in ('unpublished', 'gone', 'soft-404')
                        """).param("removal", removal).update();
    }

    /** Its records are counted from the beginning: failures, and the time they are missing. */
    void countAnew(long removal, Instant now) {
        database.sql("""
                        update item_life l set failures = 0, failing_since = null, since = :now
                        from removal_item r where r.removal_id = :removal and l.resource_id = r.resource_id
                        """).param("now", utc(now)).param("removal", removal).update();
    }

    /** Sources of removals whose cause begins so. */
    List<SourceId> doneBefore(String cause, Instant time) {
        return database.sql("""
                        select distinct source_id from removal
                        where state = 'done' and starts_with(cause, :cause) and decided_at < :time
                        """)
                .param("cause", cause)
                .param("time", utc(time))
                .query((row, number) -> new SourceId(row.getString(1)))
                .list();
    }

    void forget(long removal) {
        database.sql("delete from removal where id = :id").param("id", removal).update();
    }

    /** Those decided before a time: nothing of them can be undone any more. */
    void forget(Instant before) {
        database.sql("delete from removal where decided_at < :before")
                .param("before", utc(before))
                .update();
    }

    Optional<Removal> find(long id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(RemovalTable::removal)
                .optional();
    }

    Optional<Removal> find(String cause) {
        return database.sql(COLUMNS + "where cause = :cause")
                .param("cause", cause)
                .query(RemovalTable::removal)
                .optional();
    }

    List<Removal> list(Optional<SourceId> source, Optional<Removal.State> state, long before, int limit) {
        return database.sql(COLUMNS + """
                        where id < :before and (:source::text is null or source_id = :source)
                        and (:state::text is null or state = :state) order by id desc limit :limit
                        """)
                .param("before", before)
                .param("source", source.map(SourceId::value).orElse(null))
                .param("state", state.map(Removal.State::code).orElse(null))
                .param("limit", limit)
                .query(RemovalTable::removal)
                .list();
    }

    private static Removal removal(ResultSet row, int number) throws SQLException {
        return new Removal(
                row.getLong("id"),
                new SourceId(row.getString("source_id")),
                row.getString("cause"),
                Removal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("reason")),
                row.getInt("count"),
                row.getInt("out_of"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant));
    }
}
