package be.vakoogst.catalogue;

import static be.vakoogst.catalogue.ResourceTable.texts;
import static be.vakoogst.catalogue.ResourceTable.utc;

import be.vakoogst.duplicate.Fingerprint;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Site;
import be.vakoogst.resource.SourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code source_terms} and {@code barred}: what may be handed on, and what may never come back. */
final class TermsTable {

    private final JdbcClient jdbc;

    TermsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static PassOn passOn(String code) {
        return PassOn.valueOf(code.toUpperCase(Locale.ROOT));
    }

    PassOn passOn(SourceId source) {
        return jdbc.sql("select pass_on from source_terms where source_id = ?")
                .param(source.value())
                .query(String.class)
                .optional()
                .map(TermsTable::passOn)
                .orElse(PassOn.METADATA);
    }

    void set(SourceId source, PassOn passOn) {
        jdbc.sql("""
                        insert into source_terms (source_id, pass_on) values (?, ?)
                        on conflict (source_id) do update set pass_on = excluded.pass_on""").param(source.value()).param(passOn.code()).update();
    }

    /**
     * With the address where each is read; what lost its content before is barred by its id alone.
     *
     * @param speaksFor for which sites this is said, beside those whose own records these are
     */
    void bar(List<ResourceId> ids, Predicate<Site> speaksFor, String reason, Instant now) {
        List<Barred> barred = jdbc.sql("""
                        select r.id, coalesce(f.address, '') as address, coalesce(f.own, false) as own
                        from resource r left join fingerprint f on f.resource_id = r.id where r.id = any(?)""")
                .param(texts(ids, ResourceId::value))
                .query((row, index) -> new Barred(row.getString("id"), row.getString("address"), row.getBoolean("own")))
                .list();
        jdbc.sql("""
                        insert into barred (resource_id, address, own, reason, at)
                        select id, address, own, ?, ? from unnest(?, ?, ?) as said (id, address, own)
                        on conflict (resource_id) do update set own = excluded.own, reason = excluded.reason, at = excluded.at""")
                .param(reason)
                .param(utc(now))
                .param(texts(barred, Barred::id))
                .param(texts(barred, Barred::address))
                .param(barred.stream()
                        .map(one -> one.own() || speaksFor.test(one.site()))
                        .toArray(Boolean[]::new))
                .update();
    }

    private record Barred(String id, String address, boolean own) {

        Site site() {
            return new Site(address.split("[/?#]", 2)[0]);
        }
    }

    List<ResourceId> readmit(String reason) {
        return jdbc.sql("delete from barred where reason = ? returning resource_id")
                .param(reason)
                .query((row, index) -> new ResourceId(row.getString("resource_id")))
                .list();
    }

    /** Those of a batch that may not come in. */
    Set<ResourceId> barred(Collection<Submission> batch) {
        String[] ids = texts(batch, each -> each.resource().id().value());
        String[] addresses =
                texts(batch, each -> Fingerprint.address(each.resource().url()));
        return jdbc
                .sql("""
                        select submitted.id from unnest(?, ?, ?) as submitted (id, address, own)
                        where exists (select 1 from barred b where b.resource_id = submitted.id)
                        or exists (select 1 from barred b where b.address = submitted.address and b.address <> ''
                            and (b.own or not submitted.own))""")
                .param(ids)
                .param(addresses)
                .param(batch.stream().map(each -> each.resource().isOfItsSite()).toArray(Boolean[]::new))
                .query((row, index) -> new ResourceId(row.getString("id")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
