package be.vakoogst.partner;

import be.vakoogst.resource.ResourceJson;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    void begin(String id, URI address, String visitor) {
        database.sql("""
                        insert into preview (id, address, visitor, state, asked_at)
                        values (:id, :address, :visitor, 'looking', :now)
                        """)
                .param("id", id)
                .param("address", address.toString())
                .param("visitor", visitor)
                .param("now", now())
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
        return database.sql("select count(*) from preview where visitor = :visitor and asked_at > :since")
                .param("visitor", visitor)
                .param("since", now().minus(within))
                .query(Integer.class)
                .single();
    }

    int forget(Duration olderThan) {
        return database.sql("delete from preview where asked_at < :before")
                .param("before", now().minus(olderThan))
                .update();
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
