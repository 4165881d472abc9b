package be.vakoogst.source;

import be.vakoogst.resource.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The past texts of sources' files in the database. */
class SourceVersionTable {

    private final JdbcClient database;
    private final InstantSource clock;

    SourceVersionTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The latest first. */
    List<SourceVersion> of(SourceId source) {
        return database.sql(
                        "select number, yaml, at, actor from source_version where source_id = :source order by number desc")
                .param("source", source.value())
                .query(SourceVersionTable::version)
                .list();
    }

    Optional<SourceVersion> latest(SourceId source) {
        return of(source).stream().findFirst();
    }

    void add(SourceId source, Optional<String> yaml, String actor) {
        database.sql("""
                        insert into source_version (source_id, number, yaml, at, actor)
                        select :source, coalesce(max(number), 0) + 1, :yaml, :now, :actor
                        from source_version where source_id = :source
                        """)
                .param("source", source.value())
                .param("yaml", yaml.orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .update();
    }

    private static SourceVersion version(ResultSet row, int index) throws SQLException {
        return new SourceVersion(
                row.getInt("number"),
                Optional.ofNullable(row.getString("yaml")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"));
    }
}
