package be.vakoogst.run;

import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts chosen items into the queue of their source, to be tried again by a run of their own. */
public class Retries {

    /** A run with its wishes, or nothing where there is nothing to wish for. */
    private static final String REQUEST = """
            , asked as (
                insert into run (source_id, mode, trigger, state, requested_at)
                select :source, 'items', 'operator', 'queued', :now where exists (select 1 from wished) returning id),
            written as (insert into run_wish (run_id, resource_id) select asked.id, wished.resource_id from asked, wished)
            select id from asked
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    Retries(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Asks for items of a run once more.
     *
     * @return the new run
     * @throws NothingToRetry when none of them can be tried again, as where only the list itself failed
     */
    public RunId request(Run of, Chosen chosen) {
        return switch (chosen) {
            case Chosen.Troubled() -> fromRun(of, null);
            case Chosen.Because(String reason) -> fromRun(of, reason);
            case Chosen.These(var items) -> these(of.source(), items);
        };
    }

    private RunId fromRun(Run of, @Nullable String reason) {
        return database.sql("""
                        with wished as (
                            select distinct r.resource_id from run_item r join item i on i.resource_id = r.resource_id
                            where r.run_id = :of and r.reason is not null and (:reason::text is null or r.reason = :reason))
                        """ + REQUEST)
                .param("of", of.id().value())
                .param("reason", reason)
                .param("source", of.source().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new RunId(row.getLong(1)))
                .optional()
                .orElseThrow(NothingToRetry::new);
    }

    /**
     * The same for items of a source, whichever run met them; what the source does not have is passed over.
     *
     * @throws NothingToRetry when it has none of them
     */
    public RunId these(SourceId source, Collection<ResourceId> items) {
        return database.sql("""
                        with wished as (
                            select resource_id from item where source_id = :source and resource_id = any (:items))
                        """ + REQUEST)
                .param("items", items.stream().map(ResourceId::value).toArray(String[]::new))
                .param("source", source.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new RunId(row.getLong(1)))
                .optional()
                .orElseThrow(NothingToRetry::new);
    }

    /**
     * An item that a run is asked for.
     *
     * @param listed what its list said of it, where no record keeps that
     */
    record Wished(ResourceId id, ItemKey key, URI url, Optional<URI> page, Optional<Item> listed) {}

    /** Those that the run has not dealt with yet, by id, from behind an id on. */
    List<Wished> open(RunId run, String after, int limit) {
        return database.sql("""
                        select i.resource_id, i.item_key, i.url, i.page, i.listed
                        from run_wish w join item i on i.resource_id = w.resource_id
                        where w.run_id = :run and w.resource_id > :after and not exists (
                            select 1 from run_item r where r.run_id = w.run_id and r.resource_id = w.resource_id)
                        order by w.resource_id limit :limit
                        """)
                .param("run", run.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> wished(row))
                .list();
    }

    private static Wished wished(ResultSet row) throws SQLException {
        return new Wished(
                new ResourceId(row.getString("resource_id")),
                new ItemKey(row.getString("item_key")),
                URI.create(row.getString("url")),
                Optional.ofNullable(row.getString("page")).map(URI::create),
                Optional.ofNullable(row.getString("listed")).map(ListedPayload::read));
    }
}
