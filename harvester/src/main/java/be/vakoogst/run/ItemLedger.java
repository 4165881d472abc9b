package be.vakoogst.run;

import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.fetch.Validators;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what is known of a source's items and listings, for the next run. */
class ItemLedger {

    private static final String UPSERT = """
            insert into item (resource_id, source_id, item_key, url, fingerprint, etag, last_modified, fresh_until, moved_to, page, listed, last_run)
            select resource_id, :source, item_key, url, fingerprint, etag, last_modified, fresh_until::timestamptz, moved_to, page, listed, :run
            from unnest(:ids::text[], :keys::text[], :urls::text[], :fingerprints::text[],
                        :etags::text[], :modified::text[], :fresh::text[], :moved::text[], :pages::text[], :listed::text[])
                 as i (resource_id, item_key, url, fingerprint, etag, last_modified, fresh_until, moved_to, page, listed)
            on conflict (resource_id) do update set url = excluded.url, fingerprint = excluded.fingerprint,
                etag = excluded.etag, last_modified = excluded.last_modified, fresh_until = excluded.fresh_until,
                moved_to = excluded.moved_to, page = excluded.page, listed = excluded.listed, gone = false, last_run = excluded.last_run
            """;

    private final JdbcClient database;

    ItemLedger(JdbcClient database) {
        this.database = database;
    }

    /**
     * An item as it is left.
     *
     * @param fingerprint empty when it has to be read again at the next run
     * @param address of its page, where it has one
     * @param listed what its list said, where no record keeps that
     */
    record Left(
            ItemKey key,
            URI url,
            String fingerprint,
            Optional<URI> address,
            Optional<Validators> page,
            Optional<String> listed) {

        static Left as(Item item, Optional<Validators> page) {
            return new Left(item.key(), item.url(), item.fingerprint(), item.page(), page, Optional.empty());
        }

        /** To be read again, whatever the list says then. */
        static Left unfinished(Item item) {
            return new Left(item.key(), item.url(), "", item.page(), Optional.empty(), Optional.empty());
        }

        /** The same where no record came of it. */
        static Left failed(Item item) {
            return new Left(
                    item.key(), item.url(), "", item.page(), Optional.empty(), Optional.of(ListedPayload.text(item)));
        }

        private @Nullable String validator(Function<Validators, Optional<String>> part) {
            return page.flatMap(part).orElse(null);
        }
    }

    /** Items that were read or tried. Within the caller's transaction. */
    void leave(RunId run, SourceId source, List<Left> items) {
        List<Left> once = List.copyOf(items.stream()
                .collect(java.util.stream.Collectors.toMap(
                        Left::key, Function.identity(), (first, last) -> last, java.util.LinkedHashMap::new))
                .values());
        if (once.isEmpty()) {
            return;
        }
        database.sql(UPSERT)
                .param("source", source.value())
                .param("run", run.value())
                .param(
                        "ids",
                        column(
                                once,
                                left -> ResourceId.of(source, left.key().value())
                                        .value()))
                .param("keys", column(once, left -> left.key().value()))
                .param("urls", column(once, left -> left.url().toString()))
                .param("fingerprints", column(once, Left::fingerprint))
                .param("etags", column(once, left -> left.validator(Validators::etag)))
                .param("modified", column(once, left -> left.validator(Validators::lastModified)))
                .param(
                        "fresh",
                        column(
                                once,
                                left -> left.validator(page -> page.freshUntil().map(Instant::toString))))
                .param(
                        "moved",
                        column(
                                once,
                                left -> left.validator(page -> page.movedTo().map(URI::toString))))
                .param(
                        "pages",
                        column(once, left -> left.address().map(URI::toString).orElse(null)))
                .param("listed", column(once, left -> left.listed().orElse(null)))
                .update();
    }

    /** How these items end when they are gone. */
    List<ItemEnd> ends(Collection<ResourceId> gone) {
        return database.sql("select item_key, url from item where resource_id = any (:ids)")
                .param("ids", values(gone))
                .query((row, number) -> new ItemEnd(
                        Optional.of(new ItemKey(row.getString("item_key"))),
                        URI.create(row.getString("url")),
                        RunItem.Outcome.GONE,
                        Optional.empty()))
                .list();
    }

    /** Items that the list showed as they were. */
    void touch(RunId run, Collection<ResourceId> unchanged) {
        if (!unchanged.isEmpty()) {
            database.sql("update item set last_run = :run where resource_id = any (:ids)")
                    .param("run", run.value())
                    .param("ids", values(unchanged))
                    .update();
        }
    }

    void gone(RunId run, Collection<ResourceId> gone) {
        if (!gone.isEmpty()) {
            database.sql("update item set gone = true, last_run = :run where resource_id = any (:ids)")
                    .param("run", run.value())
                    .param("ids", values(gone))
                    .update();
        }
    }

    /** @return whether there is an item at this address */
    boolean distrust(SourceId source, URI url) {
        return database.sql("""
                        update item set fingerprint = '', etag = null, last_modified = null, fresh_until = null
                        where source_id = :source and (url = :url or page = :url)
                        """)
                        .param("source", source.value())
                        .param("url", url.toString())
                        .update()
                > 0;
    }

    /** These are read again at the next run that shows them. Within the caller's transaction. */
    void distrust(Collection<ResourceId> ids) {
        if (!ids.isEmpty()) {
            database.sql("""
                            update item set fingerprint = '', etag = null, last_modified = null, fresh_until = null
                            where resource_id = any (:ids)
                            """).param("ids", values(ids)).update();
        }
    }

    /** What a source calls those of these records that are its own. */
    Map<ResourceId, ItemKey> keys(SourceId source, Collection<ResourceId> ids) {
        Map<ResourceId, ItemKey> keys = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            database.sql(
                            "select resource_id, item_key from item where source_id = :source and resource_id = any (:ids)")
                    .param("source", source.value())
                    .param("ids", values(ids))
                    .query((row, number) -> keys.put(
                            new ResourceId(row.getString("resource_id")), new ItemKey(row.getString("item_key"))))
                    .list();
        }
        return keys;
    }

    /** By id, or by a part of the address as it stands. */
    List<Runs.Remembered> find(String idOrPartOfUrl, int limit) {
        return database.sql("""
                        select resource_id, source_id, url from item
                        where resource_id = :text or position(lower(:text) in lower(url)) > 0 order by resource_id limit :limit
                        """)
                .param("text", idOrPartOfUrl)
                .param("limit", limit)
                .query((row, number) -> new Runs.Remembered(
                        new ResourceId(row.getString(1)), new SourceId(row.getString(2)), URI.create(row.getString(3))))
                .list();
    }

    private static String[] values(Collection<ResourceId> ids) {
        return ids.stream().map(ResourceId::value).toArray(String[]::new);
    }

    private static String[] column(List<Left> items, Function<Left, @Nullable String> cell) {
        return items.stream().map(cell).toArray(String[]::new);
    }
}
