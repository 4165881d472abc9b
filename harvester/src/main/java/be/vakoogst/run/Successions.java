package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Cause;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Items that a source renamed: one that is new in a run, and the same work as one that the run did not show. The old one takes over what the new
 * one brought, and keeps its id and with it its history, its clicks and its corrections; the new name becomes another name of it.
 */
class Successions {

    private static final int TOGETHER = 200;

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Catalogue catalogue;
    private final Ledgers ledgers;

    Successions(JdbcClient database, TransactionOperations transaction, Catalogue catalogue, Ledgers ledgers) {
        this.database = database;
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.ledgers = ledgers;
    }

    /** May be repeated: what was renamed is not new any more. */
    void settle(Run run) {
        if (allShown(run)) {
            return;
        }
        String after = "";
        for (List<Named> some = newIn(run, after); !some.isEmpty(); some = newIn(run, after)) {
            List<Named> step = some;
            transaction.executeWithoutResult(status -> succeed(run, step));
            after = some.getLast().id().value();
        }
    }

    /** An item as it is known. */
    private record Named(ResourceId id, ItemKey key, URI url) {}

    private List<Named> newIn(Run run, String after) {
        return database.sql("""
                        select i.resource_id, i.item_key, i.url from run_item r join item i on i.resource_id = r.resource_id
                        where r.run_id = :run and r.outcome = 'new' and i.resource_id > :after
                        order by i.resource_id limit :limit
                        """)
                .param("run", run.id().value())
                .param("after", after)
                .param("limit", TOGETHER)
                .query((row, number) -> new Named(
                        new ResourceId(row.getString("resource_id")),
                        new ItemKey(row.getString("item_key")),
                        URI.create(row.getString("url"))))
                .list();
    }

    private void succeed(Run run, List<Named> fresh) {
        Map<ResourceId, Set<ResourceId>> works =
                catalogue.sameWork(fresh.stream().map(Named::id).toList());
        Set<ResourceId> left = notShown(run, works.values());
        for (Named one : fresh) {
            works.getOrDefault(one.id(), Set.of()).stream()
                    .filter(left::contains)
                    .min(Comparator.comparing(ResourceId::value))
                    .ifPresent(old -> {
                        left.remove(old);
                        succeed(run, one, old);
                    });
        }
    }

    private Set<ResourceId> notShown(Run run, Collection<Set<ResourceId>> works) {
        Set<String> ids =
                works.stream().flatMap(Set::stream).map(ResourceId::value).collect(Collectors.toSet());
        return new HashSet<>(database.sql("""
                        select resource_id from item where resource_id = any (:ids) and source_id = :source and not gone
                        and last_run < :run
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("source", run.source().value())
                .param("run", run.id().value())
                .query((row, number) -> new ResourceId(row.getString(1)))
                .list());
    }

    /** As at every first run of a source, where there is nothing to succeed. */
    private boolean allShown(Run run) {
        return database.sql("""
                        select not exists (select from item where source_id = :source and not gone and last_run < :run)
                        """)
                .param("source", run.source().value())
                .param("run", run.id().value())
                .query(Boolean.class)
                .single();
    }

    private void succeed(Run run, Named fresh, ResourceId old) {
        catalogue.rename(fresh.id(), old, new Cause(run.id().cause()));
        moveItem(run, fresh, old);
        alsoCalled(fresh.key(), old);
        ledgers.life().renamed(fresh.id(), old, fresh.url());
        ledgers.outcomes().renamed(run.id(), fresh.id(), old);
    }

    private void moveItem(Run run, Named fresh, ResourceId old) {
        database.sql("""
                        update item set url = f.url, fingerprint = f.fingerprint, etag = f.etag, last_modified = f.last_modified,
                            fresh_until = f.fresh_until, moved_to = f.moved_to, page = f.page, last_run = :run
                        from item f where item.resource_id = :old and f.resource_id = :fresh
                        """)
                .param("run", run.id().value())
                .param("old", old.value())
                .param("fresh", fresh.id().value())
                .update();
        database.sql("delete from item where resource_id = :fresh")
                .param("fresh", fresh.id().value())
                .update();
    }

    private void alsoCalled(ItemKey key, ResourceId old) {
        database.sql("""
                        insert into item_alias (source_id, item_key, resource_id)
                        select source_id, :key, resource_id from item where resource_id = :old
                        on conflict (source_id, item_key) do update set resource_id = excluded.resource_id
                        """).param("key", key.value()).param("old", old.value()).update();
    }
}
