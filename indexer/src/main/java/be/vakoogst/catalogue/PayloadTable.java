package be.vakoogst.catalogue;

import static be.vakoogst.catalogue.ResourceTable.bytes;
import static be.vakoogst.catalogue.ResourceTable.texts;

import be.vakoogst.resource.ResourceId;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code payload}: the last of each part, compressed. */
final class PayloadTable {

    private final JdbcClient jdbc;

    PayloadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compresses what a batch brings; of the same part the last one counts. */
    static Collection<Row> compress(List<Submission> batch) {
        Map<Key, Row> rows = new LinkedHashMap<>();
        // One for all: to make it takes longer than to compress a small payload.
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            for (Submission submission : batch) {
                for (Payload payload : submission.payloads()) {
                    Key key = new Key(submission.resource().id(), payload.part());
                    rows.put(key, new Row(key, payload, zstd.compress(payload.content())));
                }
            }
        }
        return rows.values();
    }

    /** Writes what is not there already to the letter. */
    void write(Collection<Row> rows) {
        jdbc.sql("""
                        insert into payload (resource_id, part, url, media_type, content, size)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (resource_id, part) do update set
                            url = excluded.url, media_type = excluded.media_type,
                            content = excluded.content, size = excluded.size
                        where (payload.url, payload.media_type, payload.content)
                            is distinct from (excluded.url, excluded.media_type, excluded.content)""")
                .param(texts(rows, row -> row.key().id().value()))
                .param(texts(rows, row -> row.key().part()))
                .param(texts(rows, row -> row.payload().url().toString()))
                .param(texts(rows, row -> row.payload().mediaType()))
                .param(bytes(rows, Row::compressed))
                .param(rows.stream()
                        .mapToInt(row -> row.payload().content().length)
                        .toArray())
                .update();
    }

    List<Payload> of(ResourceId id) {
        return jdbc.sql("select part, url, media_type, content, size from payload where resource_id = ? order by part")
                .param(id.value())
                .query(PayloadTable::payload)
                .list();
    }

    void remove(Collection<ResourceId> ids) {
        jdbc.sql("delete from payload where resource_id = any(?)")
                .param(texts(ids, ResourceId::value))
                .update();
    }

    void remove(Collection<ResourceId> ids, Collection<String> parts) {
        jdbc.sql("delete from payload where resource_id = any(?) and part = any(?)")
                .param(texts(ids, ResourceId::value))
                .param(parts.toArray(String[]::new))
                .update();
    }

    static Payload payload(ResultSet row, int index) throws SQLException {
        return new Payload(
                row.getString("part"),
                URI.create(row.getString("url")),
                row.getString("media_type"),
                Zstd.decompress(row.getBytes("content"), row.getInt("size")));
    }

    record Key(ResourceId id, String part) {}

    record Row(Key key, Payload payload, byte[] compressed) {}
}
