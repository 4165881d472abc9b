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
            select i.item_key, i.fingerprint, i.etag, i.last_modified, i.fresh_until, i.moved_to, i.gone,
                   r.resource_id is not null as done
            from item i
            left join run_item r on r.run_id = :run and r.resource_id = i.resource_id
            where i.resource_id = any (:ids)
            """;

    @Override
    public Map<ItemKey, KnownItem> items(Collection<ItemKey> keys) {
        String[] ids = keys.stream()
                .map(key -> ResourceId.of(source, key.value()).value())
                .toArray(String[]::new);
        return database
                .sql(ITEMS)
                .param("run", run.value())
                .param("ids", ids)
                .query((row, number) -> Map.entry(new ItemKey(row.getString("item_key")), item(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An item that was gone is read again, whatever its list says: its record was withdrawn. */
    private static KnownItem item(ResultSet row) throws SQLException {
        boolean gone = row.getBoolean("gone");
        return new KnownItem(
                gone ? "" : row.getString("fingerprint"),
                gone ? Optional.empty() : StoredValidators.in(row),
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
