package be.vakoogst.catalogue;

import be.vakoogst.resource.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code hidden}. */
final class HiddenTable {

    private final JdbcClient jdbc;

    HiddenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Hiding hiding) {
        jdbc.sql("""
                        insert into hidden (resource_id, withdrawn, actor, at, why) values (?, ?, ?, ?, ?)
                        on conflict (resource_id) do update set withdrawn = excluded.withdrawn,
                            actor = excluded.actor, at = excluded.at, why = excluded.why""")
                .param(hiding.resource().value())
                .param(hiding.withdrawn())
                .param(hiding.by())
                .param(ResourceTable.utc(hiding.at()))
                .param(hiding.why())
                .update();
    }

    void remove(ResourceId id) {
        jdbc.sql("delete from hidden where resource_id = ?").param(id.value()).update();
    }

    Map<ResourceId, Hiding> of(Collection<ResourceId> ids) {
        return jdbc
                .sql("select * from hidden where resource_id = any(?)")
                .param(ResourceTable.texts(ids, ResourceId::value))
                .query(HiddenTable::hiding)
                .list()
                .stream()
                .collect(Collectors.toMap(Hiding::resource, Function.identity()));
    }

    List<Hiding> latest(long from, int limit) {
        return jdbc.sql("select * from hidden order by at desc, resource_id offset ? limit ?")
                .param(from)
                .param(limit)
                .query(HiddenTable::hiding)
                .list();
    }

    private static Hiding hiding(ResultSet row, int index) throws SQLException {
        return new Hiding(
                new ResourceId(row.getString("resource_id")),
                row.getBoolean("withdrawn"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("why"));
    }
}
