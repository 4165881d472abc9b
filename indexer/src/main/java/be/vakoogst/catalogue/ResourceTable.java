package be.vakoogst.catalogue;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Offer;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code resource}; whole batches go as arrays in one statement. */
final class ResourceTable {

    private static final String RECORD = record("provenance");
    private static final String WITHOUT_PROVENANCE = record("'[]'::json as provenance");

    private final JdbcClient jdbc;

    ResourceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String record(String provenance) {
        return """
            select r.id, case when h.why is null then content end as content, %s, change_number, first_seen, last_changed,
                   coalesce('by an operator: ' || h.why, withdrawn_because) as withdrawn_because, work.shown_id,
                   coalesce(terms.pass_on, 'metadata') as pass_on, greatest(coalesce(last_seen, first_seen), whole.at) as last_seen,
                   (select json_agg(f.offer || case when m.because is null then '{}'::jsonb
                                               else jsonb_build_object('because', m.because) end
                                    order by m.because is not null, f.resource_id)
                    from same_work m join fingerprint f on f.resource_id = m.resource_id
                    where m.shown_id = work.shown_id and (f.resource_id = r.id or not exists (
                        select 1 from source_terms t where t.source_id = f.source_id and t.pass_on = 'none'))) as offers
            from resource r
            left join same_work work on work.resource_id = r.id
            left join source_seen whole on whole.source_id = r.source_id
            left join source_terms terms on terms.source_id = r.source_id
            left join hidden h on h.resource_id = r.id
            """.formatted(provenance);
    }

    Map<ResourceId, Judged.Known> known(Collection<ResourceId> ids) {
        Map<ResourceId, Judged.Known> known = new HashMap<>();
        jdbc.sql("select id, content_digest, provenance_digest from resource where id = any(?)")
                .param(texts(ids, ResourceId::value))
                .query(row -> {
                    known.put(new ResourceId(row.getString("id")), new Judged.Known(digests(row)));
                });
        return known;
    }

    private static Optional<Digests> digests(ResultSet row) throws SQLException {
        byte[] provenance = row.getBytes("provenance_digest");
        return Optional.ofNullable(row.getBytes("content_digest")).map(content -> new Digests(content, provenance));
    }

    /** Writes new and changed rows; one that was withdrawn is there again, first seen when it was. */
    void write(Map<Judged, ChangeNumber> numbered, Cause cause, Instant now) {
        Collection<Judged> rows = numbered.keySet();
        jdbc.sql("""
                        insert into resource (id, source_id, content, provenance, content_digest, provenance_digest,
                                              change_number, trades, certainty, reserved, first_seen, last_changed, last_seen, cause)
                        select id, source_id, content::json, provenance::json, content_digest, provenance_digest,
                               change_number, string_to_array(trades, E'\\n'), certainty, reserved, ?, ?, ?, ?
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as submitted
                            (id, source_id, content, provenance, content_digest, provenance_digest, change_number, trades,
                             certainty, reserved)
                        on conflict (id) do update set
                            source_id = excluded.source_id, content = excluded.content,
                            provenance = excluded.provenance, content_digest = excluded.content_digest,
                            provenance_digest = excluded.provenance_digest, change_number = excluded.change_number,
                            trades = excluded.trades, certainty = excluded.certainty, reserved = excluded.reserved,
                            last_changed = excluded.last_changed, last_seen = excluded.last_seen,
                            cause = case excluded.cause when 'beside' then resource.cause else excluded.cause end,
                            withdrawn_because = null""")
                .param(utc(now))
                .param(utc(now))
                .param(utc(now))
                .param(cause.column())
                .param(texts(rows, row -> row.id().value()))
                .param(texts(rows, row -> row.form().source().value()))
                .param(texts(rows, row -> row.form().content()))
                .param(texts(rows, row -> row.form().provenance()))
                .param(bytes(rows, row -> row.form().digests().content()))
                .param(bytes(rows, row -> row.form().digests().provenance()))
                .param(numbered.values().stream().mapToLong(ChangeNumber::value).toArray())
                .param(texts(rows, row -> row.form().trades()))
                .param(rows.stream()
                        .map(row -> row.form().certainty().orElse(null))
                        .toArray(Double[]::new))
                .param(rows.stream().map(row -> row.form().reserved()).toArray(Boolean[]::new))
                .update();
    }

    void restate(Collection<Judged> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update resource set provenance = stated.provenance::json, provenance_digest = stated.digest
                        from unnest(?, ?, ?) as stated (id, provenance, digest) where resource.id = stated.id""")
                .param(texts(rows, row -> row.id().value()))
                .param(texts(rows, row -> row.form().provenance()))
                .param(bytes(rows, row -> row.form().digests().provenance()))
                .update();
    }

    /** Which of these are there, not withdrawn. */
    List<ResourceId> live(Collection<ResourceId> ids) {
        return jdbc.sql("select id from resource where id = any(?) and withdrawn_because is null order by id")
                .param(texts(ids, ResourceId::value))
                .query((row, index) -> new ResourceId(row.getString("id")))
                .list();
    }

    List<ResourceId> liveOf(SourceId source) {
        return jdbc.sql("select id from resource where source_id = ? and withdrawn_because is null order by id")
                .param(source.value())
                .query((row, index) -> new ResourceId(row.getString("id")))
                .list();
    }

    List<ResourceId> reserved(int limit) {
        return jdbc.sql("select id from resource where reserved order by id limit ?")
                .param(limit)
                .query((row, index) -> new ResourceId(row.getString("id")))
                .list();
    }

    void withdraw(List<ResourceId> ids, List<ChangeNumber> numbers, String reason, Cause cause, Instant now) {
        jdbc.sql("""
                        update resource set content = null, provenance = null, content_digest = null, trades = '{}', certainty = null,
                            reserved = false, provenance_digest = null, withdrawn_because = ?, last_changed = ?,
                            change_number = gone.change_number, cause = ?
                        from unnest(?, ?) as gone (id, change_number) where resource.id = gone.id""")
                .param(reason)
                .param(utc(now))
                .param(cause.column())
                .param(texts(ids, ResourceId::value))
                .param(numbers.stream().mapToLong(ChangeNumber::value).toArray())
                .update();
    }

    /** A new number for records whose work shows otherwise; their content is as it was. */
    void renumber(List<ResourceId> ids, List<ChangeNumber> numbers, Instant now) {
        jdbc.sql("""
                        update resource set change_number = stirred.change_number, last_changed = ?
                        from unnest(?, ?) as stirred (id, change_number) where resource.id = stirred.id""")
                .param(utc(now))
                .param(texts(ids, ResourceId::value))
                .param(numbers.stream().mapToLong(ChangeNumber::value).toArray())
                .update();
    }

    void seen(Collection<ResourceId> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("update resource set last_seen = ? where id = any(?) and last_seen is distinct from ?")
                .param(utc(now))
                .param(texts(ids, ResourceId::value))
                .param(utc(now))
                .update();
    }

    void seenWhole(SourceId source, Instant now) {
        jdbc.sql("""
                        insert into source_seen (source_id, at) values (?, ?)
                        on conflict (source_id) do update set at = excluded.at""").param(source.value()).param(utc(now)).update();
    }

    Optional<CatalogueRecord> find(ResourceId id) {
        return jdbc.sql(RECORD + "where r.id = ?")
                .param(id.value())
                .query(ResourceTable::catalogueRecord)
                .optional();
    }

    /** What is kept of a record, be it hidden, without what the catalogue itself knows of it. */
    Optional<LearningResource> content(ResourceId id) {
        return jdbc.sql("select content, provenance from resource where id = ? and content is not null")
                .param(id.value())
                .query((row, index) -> StoredForm.read(row.getString("content"), row.getString("provenance")))
                .optional();
    }

    /** The next ones, at most {@code limit}, and no more than fit in {@code bytes} as stored, but at least one. */
    List<CatalogueRecord> after(ChangeNumber number, int limit, long bytes) {
        return after(RECORD, number, limit, bytes);
    }

    List<CatalogueRecord> contentAfter(ChangeNumber number, int limit, long bytes) {
        return after(WITHOUT_PROVENANCE, number, limit, bytes);
    }

    private List<CatalogueRecord> after(String record, ChangeNumber number, int limit, long bytes) {
        return jdbc.sql("""
                        select * from (
                            select *, sum(pg_column_size(content)) over (order by change_number) - pg_column_size(content) as before
                            from (%s where change_number > ? order by change_number limit ?) as following) as counted
                        where coalesce(before, 0) < ? order by change_number""".formatted(record))
                .param(number.value())
                .param(limit)
                .param(bytes)
                .query(ResourceTable::catalogueRecord)
                .list();
    }

    /** Those of a selection after a number, in the order of their last change. */
    List<CatalogueRecord> selected(Selection selection, ChangeNumber after, int limit) {
        return jdbc.sql(RECORD + """
                        where change_number > :after
                        and (:from::timestamptz is null or last_changed >= :from)
                        and (:until::timestamptz is null or last_changed < :until::timestamptz + interval '1 second')
                        and (:source::text is null or r.source_id = :source)
                        and (:trade::text is null or :trade = any (r.trades) or exists (
                            select 1 from left_trade l where l.resource_id = r.id and l.trade in (:trade, '*')))
                        order by change_number limit :limit""")
                .param("after", after.value())
                .param("from", selection.from().map(ResourceTable::utc).orElse(null))
                .param("until", selection.until().map(ResourceTable::utc).orElse(null))
                .param("source", selection.source().map(SourceId::value).orElse(null))
                .param("trade", selection.trade().orElse(null))
                .param("limit", limit)
                .query(ResourceTable::catalogueRecord)
                .list();
    }

    /** The shown records that are handed on and whose id begins so, by id. */
    List<Catalogue.Shown> shown(String idPrefix) {
        return jdbc.sql("""
                        select r.id, r.last_changed from resource r left join same_work work on work.resource_id = r.id
                        where r.id >= ? and r.id < ? and r.withdrawn_because is null
                        and coalesce(work.shown_id, r.id) = r.id
                        and not exists (select 1 from source_terms t where t.source_id = r.source_id and t.pass_on = 'none')
                        and not exists (select 1 from hidden h where h.resource_id = r.id) order by r.id""")
                .param(idPrefix)
                .param(idPrefix + "g")
                .query((row, index) -> new Catalogue.Shown(
                        new ResourceId(row.getString("id")),
                        row.getObject("last_changed", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Catalogue.Standing> standings(String afterId, int limit) {
        return jdbc.sql("""
                        select r.id, r.change_number,
                               r.withdrawn_because is null and coalesce(work.shown_id, r.id) = r.id as shown
                        from resource r left join same_work work on work.resource_id = r.id
                        where r.id > ? order by r.id limit ?""")
                .param(afterId)
                .param(limit)
                .query((row, index) -> new Catalogue.Standing(
                        new ResourceId(row.getString("id")),
                        new ChangeNumber(row.getLong("change_number")),
                        row.getBoolean("shown")))
                .list();
    }

    long countShown() {
        return jdbc.sql("""
                        select count(*) from resource r left join same_work work on work.resource_id = r.id
                        where r.withdrawn_because is null and coalesce(work.shown_id, r.id) = r.id""").query(Long.class).single();
    }

    long countAfter(ChangeNumber number) {
        return jdbc.sql("select count(*) from resource where change_number > ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    Optional<Instant> earliestChange() {
        return jdbc.sql("select min(last_changed) from resource")
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    Optional<Instant> changedAfter(ChangeNumber number) {
        return jdbc.sql("select last_changed from resource where change_number > ? order by change_number limit 1")
                .param(number.value())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    ChangeNumber latest() {
        return jdbc.sql("select coalesce(max(change_number), 0) from resource")
                .query((row, index) -> new ChangeNumber(row.getLong(1)))
                .single();
    }

    Optional<CatalogueRecord> anyOf(SourceId source) {
        return jdbc.sql(RECORD + "where r.source_id = ? and r.withdrawn_because is null limit 1")
                .param(source.value())
                .query(ResourceTable::catalogueRecord)
                .optional();
    }

    Map<SourceId, Long> countBySource() {
        Map<SourceId, Long> counts = new HashMap<>();
        jdbc.sql("select source_id, count(*) from resource where withdrawn_because is null group by source_id")
                .query(row -> {
                    counts.put(new SourceId(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private static CatalogueRecord catalogueRecord(ResultSet row, int index) throws SQLException {
        ResourceId id = new ResourceId(row.getString("id"));
        Instant firstSeen = row.getObject("first_seen", OffsetDateTime.class).toInstant();
        return new CatalogueRecord(
                id,
                resource(row, firstSeen),
                new ChangeNumber(row.getLong("change_number")),
                firstSeen,
                row.getObject("last_changed", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("withdrawn_because")),
                TermsTable.passOn(row.getString("pass_on")),
                Optional.ofNullable(row.getString("shown_id"))
                        .map(ResourceId::new)
                        .filter(shown -> !shown.equals(id)));
    }

    private static Optional<LearningResource> resource(ResultSet row, Instant firstSeen) throws SQLException {
        String content = row.getString("content");
        if (content == null) {
            return Optional.empty();
        }
        LearningResource resource = StoredForm.read(content, row.getString("provenance"));
        Instant lastSeen = row.getObject("last_seen", OffsetDateTime.class).toInstant();
        return Optional.of(resource.seen(firstSeen, lastSeen, offers(row.getString("offers"), resource)));
    }

    private static List<Offer> offers(@Nullable String json, LearningResource resource) {
        return json == null
                ? List.of(new Offer(
                        resource.id(), resource.url(), resource.origin().source(), Optional.empty()))
                : List.of(ResourceJson.mapper().readValue(json, Offer[].class));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> byte[][] bytes(Collection<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }
}
