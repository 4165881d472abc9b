package be.vakoogst.quality;

import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was found of pictures. */
class ImageTable {

    private final JdbcClient database;

    ImageTable(JdbcClient database) {
        this.database = database;
    }

    /** Records with a picture that was never looked at, or not since a time; those first that wait longest. */
    List<ResourceId> due(Instant before, int limit) {
        return database.sql("""
                        select f.resource_id from record_facts f left join image_check i on i.resource_id = f.resource_id
                        where f.facts @> '{image:yes}' and (i.checked_at is null or i.checked_at < :before)
                        order by i.checked_at nulls first limit :limit
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new ResourceId(row.getString("resource_id")))
                .list();
    }

    /** How often in a row this very picture did not come. */
    int failures(ResourceId id, URI url) {
        return database.sql("select failures from image_check where resource_id = :id and url = :url")
                .param("id", id.value())
                .param("url", url.toString())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void note(ResourceId id, URI url, int failures, Optional<String> broken, Instant at) {
        database.sql("""
                        insert into image_check (resource_id, url, failures, broken_because, checked_at)
                        values (:id, :url, :failures, :broken, :at)
                        on conflict (resource_id) do update set url = excluded.url, failures = excluded.failures,
                            broken_because = excluded.broken_because, checked_at = excluded.checked_at
                        """)
                .param("id", id.value())
                .param("url", url.toString())
                .param("failures", failures)
                .param("broken", broken.orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
