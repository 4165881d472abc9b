package be.vakoogst.standing;

import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.RunId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code quality}. */
class QualityTable {

    private final JdbcClient database;

    QualityTable(JdbcClient database) {
        this.database = database;
    }

    void add(SourceId source, RunId run, Instant at, Quality quality) {
        database.sql("""
                        insert into quality (source_id, run_id, at, quality) values (:source, :run, :at, :quality::json)
                        on conflict do nothing
                        """)
                .param("source", source.value())
                .param("run", run.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("quality", ResourceJson.complete().writeValueAsString(quality))
                .update();
    }

    /** The latest first. */
    List<Standing.Point> latest(SourceId source, int limit) {
        return database.sql(
                        "select at, quality from quality where source_id = :source order by run_id desc limit :limit")
                .param("source", source.value())
                .param("limit", limit)
                .query((row, number) -> new Standing.Point(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        ResourceJson.complete().readValue(row.getString("quality"), Quality.class)))
                .list();
    }
}
