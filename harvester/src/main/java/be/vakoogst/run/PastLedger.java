package be.vakoogst.run;

import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what earlier harvests tell of when the next one is worth while. */
class PastLedger {

    private final JdbcClient database;

    PastLedger(JdbcClient database) {
        this.database = database;
    }

    /** @param visits how many are looked back at */
    Past of(Source source, int visits) {
        return new Past(lastEnd(source.id()), visits(source.id(), visits), told(source.id()), freshUntil(source));
    }

    Optional<Instant> lastEnd(SourceId source) {
        return database.sql(
                        "select max(ended_at) from run where source_id = :source and mode in ('incremental', 'full')")
                .param("source", source.value())
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private List<Past.Visit> visits(SourceId source, int most) {
        return database.sql("""
                        select ended_at, count_new + count_changed + count_gone > 0 from run
                        where source_id = :source and mode in ('incremental', 'full')
                        and state in ('succeeded', 'succeeded-with-errors') order by ended_at desc limit :most
                        """)
                .param("source", source.value())
                .param("most", most)
                .query((row, number) -> new Past.Visit(row.getTimestamp(1).toInstant(), row.getBoolean(2)))
                .list();
    }

    /** By the last harvest that was given the list, and not only told that it is as it was. */
    private Optional<Duration> told(SourceId source) {
        return database.sql("""
                        select list_ttl from run where source_id = :source and mode in ('incremental', 'full')
                        and state in ('succeeded', 'succeeded-with-errors') and not list_unchanged
                        order by ended_at desc limit 1
                        """)
                .param("source", source.value())
                .query((row, number) -> Optional.of(row.getLong(1)))
                .optional()
                .flatMap(seconds -> seconds)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }

    private Optional<Instant> freshUntil(Source source) {
        return database.sql(
                        "select fresh_until from listing where source_id = :source and url = :url and fresh_until is not null")
                .param("source", source.id().value())
                .param("url", source.connector().url().toString())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
