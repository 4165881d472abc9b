package be.vakoogst.run;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.fetch.Validators;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database knows of a source, seen from one run. */
record RememberedSource(JdbcClient database, SourceId source, RunId run) implements Known {

    private static final String ITEMS = """
            select asked.key as asked, i.item_key, i.fingerprint, i.etag, i.last_modified, i.fresh_until, i.moved_to, i.gone, i.withheld,
                   r.resource_id is not null as done
            from unnest(:keys::text[], :ids::text[]) as asked (key, id)
            left join item_alias a on a.source_id = :source and a.item_key = asked.key
            join item i on i.resource_id = coalesce(a.resource_id, asked.id)
            left join run_item r on r.run_id = :run and r.resource_id = i.resource_id
            """;

    @Override
    public Map<ItemKey, KnownItem> items(Collection<ItemKey> keys) {
        return database
                .sql(ITEMS)
                .param("run", run.value())
                .param("source", source.value())
                .param("keys", keys.stream().map(ItemKey::value).toArray(String[]::new))
                .param(
                        "ids",
                        keys.stream()
                                .map(key -> ResourceId.of(source, key.value()).value())
                                .toArray(String[]::new))
                .query((row, number) -> Map.entry(new ItemKey(row.getString("asked")), item(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An item that was gone is read again, whatever its list says: its record was withdrawn. */
    private static KnownItem item(ResultSet row) throws SQLException {
        boolean gone = row.getBoolean("gone");
        return new KnownItem(
                new ItemKey(row.getString("item_key")),
                gone ? "" : row.getString("fingerprint"),
                gone ? Optional.empty() : StoredValidators.in(row),
                row.getBoolean("withheld"),
                row.getBoolean("done"));
    }

    @Override
    public Optional<Validators> listing(URI url) {
        return database.sql(
                        "select etag, last_modified, fresh_until, moved_to from listing where source_id = :source and url = :url")
                .param("source", source.value())
                .param("url", url.toString())
                .query((row, number) -> StoredValidators.in(row).orElse(Validators.NONE))
                .optional();
    }
}
