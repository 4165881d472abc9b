package be.vakoogst.catalogue;

import static be.vakoogst.catalogue.ResourceTable.texts;
import static be.vakoogst.catalogue.ResourceTable.utc;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code former} and {@code former_payload}: what records were before the changes of a cause. */
final class FormerTable {

    private final JdbcClient jdbc;

    FormerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps records as they are now, before they change; new ones have nothing to keep. */
    void keep(List<ResourceId> ids, List<ChangeNumber> numbers, Cause cause, Instant now) {
        if (!cause.isNamed() || ids.isEmpty()) {
            return;
        }
        String[] records = texts(ids, ResourceId::value);
        long[] changes = numbers.stream().mapToLong(ChangeNumber::value).toArray();
        jdbc.sql("""
                        insert into former (resource_id, replaced_by, cause, content, provenance, withdrawn_because, replaced_at)
                        select r.id, c.number, ?, r.content, r.provenance, r.withdrawn_because, ?
                        from unnest(?, ?) as c (id, number) join resource r on r.id = c.id""")
                .param(cause.text())
                .param(utc(now))
                .param(records)
                .param(changes)
                .update();
        jdbc.sql("""
                        insert into former_payload (resource_id, replaced_by, part, url, media_type, content, size)
                        select p.resource_id, c.number, p.part, p.url, p.media_type, p.content, p.size
                        from unnest(?, ?) as c (id, number) join payload p on p.resource_id = c.id""").param(records).param(changes).update();
    }

    /** A record as it was before a cause first changed it. */
    record Former(
            ResourceId id,
            ChangeNumber replacedBy,
            Optional<LearningResource> resource,
            Optional<String> withdrawnBecause) {}

    /** Records that this cause changed, and nothing since. */
    List<Former> changedBy(Cause cause, int limit) {
        return jdbc.sql("""
                        select distinct on (f.resource_id) f.* from former f join resource r on r.id = f.resource_id
                        where f.cause = ? and r.cause = f.cause order by f.resource_id, f.replaced_by limit ?""")
                .param(cause.text())
                .param(limit)
                .query((row, index) -> former(row))
                .list();
    }

    private static Former former(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return new Former(
                new ResourceId(row.getString("resource_id")),
                new ChangeNumber(row.getLong("replaced_by")),
                content == null ? Optional.empty() : Optional.of(StoredForm.read(content, row.getString("provenance"))),
                Optional.ofNullable(row.getString("withdrawn_because")));
    }

    /** Records that this cause brought, and that nothing changed since. */
    List<ResourceId> broughtBy(Cause cause, int limit) {
        return jdbc.sql("""
                        select id from resource r where cause = ? and withdrawn_because is null
                        and not exists (select 1 from former f where f.resource_id = r.id and f.cause = r.cause)
                        order by id limit ?""")
                .param(cause.text())
                .param(limit)
                .query((row, index) -> new ResourceId(row.getString(1)))
                .list();
    }

    /** How many records this cause changed and something else since. */
    int changedSince(Cause cause) {
        return jdbc.sql("""
                        select count(distinct f.resource_id) from former f join resource r on r.id = f.resource_id
                        where f.cause = ? and r.cause is distinct from f.cause and r.cause is distinct from ?""")
                .param(cause.text())
                .param(cause.undoing().text())
                .query(Integer.class)
                .single();
    }

    List<Payload> payloads(Former former) {
        return jdbc.sql("""
                        select part, url, media_type, content, size from former_payload
                        where resource_id = ? and replaced_by = ? order by part""")
                .param(former.id().value())
                .param(former.replacedBy().value())
                .query(PayloadTable::payload)
                .list();
    }

    /** How a record was, the latest first. */
    List<Version> of(ResourceId id, int limit) {
        return jdbc.sql("select * from former where resource_id = ? order by replaced_by desc limit ?")
                .param(id.value())
                .param(limit)
                .query((row, index) -> new Version(
                        former(row).resource(),
                        Optional.of(row.getObject("replaced_at", OffsetDateTime.class)
                                .toInstant()),
                        Optional.of(row.getString("cause"))))
                .list();
    }

    void forget(List<ResourceId> ids) {
        jdbc.sql("delete from former where resource_id = any(?)")
                .param(texts(ids, ResourceId::value))
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from former where replaced_at < ?")
                .param(utc(before))
                .update();
    }
}
