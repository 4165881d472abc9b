package be.vakoogst.partner;

import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Previews in the database, so that any node can show what another one found. */
class PreviewTable {

    /** A look that takes longer belongs to a process that ended. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(4);

    private final JdbcClient database;
    private final InstantSource clock;

    PreviewTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(String id, URI address, String site, String visitor) {
        database.sql("""
                        insert into preview (id, address, site, visitor, state, asked_at)
                        values (:id, :address, :site, :visitor, 'looking', :now)
                        """)
                .param("id", id)
                .param("address", address.toString())
                .param("site", site)
                .param("visitor", visitor)
                .param("now", now())
                .update();
    }

    /** The same look goes on; what it found stays shown. */
    void resume(String id) {
        database.sql("update preview set state = 'looking', asked_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** What was found so far. */
    void show(String id, PreviewResult soFar) {
        database.sql("update preview set result = :result::json where id = :id and state = 'looking'")
                .param("result", ResourceJson.complete().writeValueAsString(soFar))
                .param("id", id)
                .update();
    }

    void step(String id, String ground) {
        database.sql("update preview set step = :step where id = :id")
                .param("step", ground)
                .param("id", id)
                .update();
    }

    void end(String id, PreviewResult result) {
        database.sql("update preview set state = :state, step = null, result = :result::json where id = :id")
                .param("state", result.ways().isEmpty() ? "nothing" : "found")
                .param("result", ResourceJson.complete().writeValueAsString(result))
                .param("id", id)
                .update();
    }

    Optional<Preview> find(String id) {
        return database.sql("select id, address, state, step, result, asked_at from preview where id = :id")
                .param("id", id)
                .query(this::preview)
                .optional();
    }

    int askedBy(String visitor, Duration within) {
        return asked("visitor = :who", visitor, within);
    }

    int askedOf(String site, Duration within) {
        return asked("site = :who", site, within);
    }

    private int asked(String which, String who, Duration within) {
        return database.sql("select count(*) from preview where asked_at > :since and " + which)
                .param("who", who)
                .param("since", now().minus(within))
                .query(Integer.class)
                .single();
    }

    int forget(Duration olderThan) {
        return database.sql("delete from preview where asked_at < :before")
                .param("before", now().minus(olderThan))
                .update();
    }

    /** Sources of looks at sheets that are about to be forgotten, and for which nobody registered. */
    List<SourceId> unregisteredSheets(Duration olderThan) {
        return database.sql("""
                        select result #>> '{ways,0,draft,id}' from preview
                        where address = 'upload:/' and state = 'found' and asked_at < :before and not exists (
                            select 1 from registration where source_id = result #>> '{ways,0,draft,id}')
                        """)
                .param("before", now().minus(olderThan))
                .query((row, number) -> new SourceId(row.getString(1)))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Preview preview(ResultSet row, int number) throws SQLException {
        OffsetDateTime asked = row.getObject("asked_at", OffsetDateTime.class);
        Preview.State state = Preview.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        boolean lost = state == Preview.State.LOOKING && asked.isBefore(now().minus(LOST_AFTER));
        return new Preview(
                row.getString("id"),
                URI.create(row.getString("address")),
                lost ? Preview.State.NOTHING : state,
                Optional.ofNullable(row.getString("step")),
                Optional.ofNullable(row.getString("result"))
                        .map(json -> ResourceJson.complete().readValue(json, PreviewResult.class)),
                asked.toInstant());
    }
}
