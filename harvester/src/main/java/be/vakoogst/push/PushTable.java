package be.vakoogst.push;

import be.vakoogst.resource.SourceId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code push_request} and {@code push_record}. */
class PushTable {

    private final JdbcClient database;
    private final InstantSource clock;

    PushTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A request that was sent before under the same key.
     *
     * @param same whether it said the same
     * @param answer empty while it is still in work
     */
    record Earlier(boolean same, Optional<String> answer) {}

    /** @return empty when this is the first of its key, which is then taken */
    Optional<Earlier> begin(SourceId source, String key, byte[] digest) {
        boolean first = database.sql("""
                        insert into push_request (source_id, idempotency_key, digest, at) values (:source, :key, :digest, :now)
                        on conflict do nothing
                        """)
                        .param("source", source.value())
                        .param("key", key)
                        .param("digest", digest)
                        .param("now", now())
                        .update()
                == 1;
        return first
                ? Optional.empty()
                : database.sql(
                                "select digest, answer from push_request where source_id = :source and idempotency_key = :key")
                        .param("source", source.value())
                        .param("key", key)
                        .query((row, number) -> new Earlier(
                                Arrays.equals(row.getBytes("digest"), digest),
                                Optional.ofNullable(row.getString("answer"))))
                        .optional();
    }

    void end(SourceId source, String key, String answer) {
        database.sql("update push_request set answer = :answer where source_id = :source and idempotency_key = :key")
                .param("answer", answer)
                .param("source", source.value())
                .param("key", key)
                .update();
    }

    /** It came to nothing, and may be sent again. */
    void giveUp(SourceId source, String key) {
        database.sql("delete from push_request where source_id = :source and idempotency_key = :key")
                .param("source", source.value())
                .param("key", key)
                .update();
    }

    int within(SourceId source, Duration period) {
        return database.sql("select count(*) from push_request where source_id = :source and at > :since")
                .param("source", source.value())
                .param("since", now().minus(period))
                .query(Integer.class)
                .single();
    }

    void forget(Duration olderThan) {
        database.sql("delete from push_request where at < :before")
                .param("before", now().minus(olderThan))
                .update();
    }

    /** Entries by their address, in place of what was there under it. */
    void keep(SourceId source, Map<String, String> entries) {
        List<Map.Entry<String, String>> rows = List.copyOf(entries.entrySet());
        database.sql("""
                        insert into push_record (source_id, url, entry, at)
                        select :source, url, entry::json, :now from unnest(:urls::text[], :entries::text[]) as pushed (url, entry)
                        on conflict (source_id, url) do update set entry = excluded.entry, at = excluded.at
                        """)
                .param("source", source.value())
                .param("now", now())
                .param("urls", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("entries", rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    void drop(SourceId source, List<String> urls) {
        database.sql("delete from push_record where source_id = :source and url = any (:urls)")
                .param("source", source.value())
                .param("urls", urls.toArray(String[]::new))
                .update();
    }

    /** Nothing is known any more of a source's pushes, and its key is worth nothing. */
    void leave(SourceId source) {
        for (String what : List.of("push_record", "push_request", "push_key")) {
            database.sql("delete from " + what + " where source_id = :source")
                    .param("source", source.value())
                    .update();
        }
    }

    int count(SourceId source) {
        return database.sql("select count(*) from push_record where source_id = :source")
                .param("source", source.value())
                .query(Integer.class)
                .single();
    }

    /** All entries as one array of JSON, by their address. */
    String sheet(SourceId source) {
        return database.sql(
                        "select coalesce(json_agg(entry order by url), '[]') from push_record where source_id = :source")
                .param("source", source.value())
                .query(String.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
