package be.vakoogst.schedule;

import be.vakoogst.audit.Audit;
import be.vakoogst.resource.SourceId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources that operators paused; all nodes know of them at once. */
class Pauses {

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;

    Pauses(JdbcClient database, Audit audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<Pause> of(SourceId source) {
        return database.sql("select since, by_whom from source_pause where source_id = :source")
                .param("source", source.value())
                .query((row, number) -> new Pause(row.getTimestamp("since").toInstant(), row.getString("by_whom")))
                .optional();
    }

    /** Harmless where it is paused. */
    void set(SourceId source) {
        int set = database.sql(
                        "insert into source_pause (source_id, since, by_whom) values (:source, :now, :by) on conflict do nothing")
                .param("source", source.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Audit.actor())
                .update();
        if (set > 0) {
            audit.record("source.paused", subject(source), null, null);
        }
    }

    /** Harmless where it is not paused. */
    void lift(SourceId source) {
        Optional<Pause> before = of(source);
        int lifted = database.sql("delete from source_pause where source_id = :source")
                .param("source", source.value())
                .update();
        if (lifted > 0) {
            audit.record("source.resumed", subject(source), before.orElse(null), null);
        }
    }

    private static String subject(SourceId source) {
        return "source:" + source;
    }
}
