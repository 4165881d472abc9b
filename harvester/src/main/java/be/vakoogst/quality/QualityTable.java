package be.vakoogst.quality;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the records that checks hold for: reads what the rooms facts and life keep, together with our own look at pictures. */
class QualityTable {

    private static final String HELD = """
            from record_facts f
            left join item_life l on l.resource_id = f.resource_id
            left join image_check i on i.resource_id = f.resource_id
            where f.facts @> :facts::text[]
            and (cardinality(:states::text[]) = 0 or l.state = any (:states::text[]))
            and (not :image or i.broken_because is not null)
            and (:source::text is null or f.source_id = :source)
            """;

    /** "quality" in ASCII: one node writes at a time. */
    private static final long LOCK = 0x7175616c697479L;

    private final JdbcClient database;

    QualityTable(JdbcClient database) {
        this.database = database;
    }

    /** A record that a check holds for; what templates call is public. */
    public record Held(ResourceId id, SourceId source, String title, URI url) {}

    /** How many records each source has. */
    Map<SourceId, Long> records() {
        return counts(database.sql("select source_id, count(*) as records from record_facts group by source_id"));
    }

    Map<SourceId, Long> count(QualityCheck check) {
        return counts(with(
                database.sql("select f.source_id, count(*) as records " + HELD + " group by f.source_id"),
                check,
                Optional.empty()));
    }

    private static Map<SourceId, Long> counts(JdbcClient.StatementSpec query) {
        Map<SourceId, Long> counts = new TreeMap<>();
        query.query(row -> {
            counts.put(new SourceId(row.getString("source_id")), row.getLong("records"));
        });
        return counts;
    }

    List<Held> held(QualityCheck check, Optional<SourceId> source, String after, int limit) {
        return with(
                        database.sql("select f.resource_id, f.source_id, f.title, f.url " + HELD
                                + " and f.resource_id > :after order by f.resource_id limit :limit"),
                        check,
                        source)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Held(
                        new ResourceId(row.getString("resource_id")),
                        new SourceId(row.getString("source_id")),
                        row.getString("title"),
                        URI.create(row.getString("url"))))
                .list();
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec query, QualityCheck check, Optional<SourceId> source) {
        return query.param("facts", check.facts().stream().map(Object::toString).toArray(String[]::new))
                .param("states", check.life().stream().map(Code::code).toArray(String[]::new))
                .param("image", check.brokenImage())
                .param("source", source.map(SourceId::value).orElse(null));
    }

    /** Whether nobody else writes until the transaction ends. */
    boolean alone() {
        return database.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    void forget(LocalDate day) {
        database.sql("delete from quality_snapshot where day = ?").param(day).update();
    }

    void keep(LocalDate day, String check, Map<SourceId, Long> counts) {
        counts.forEach((source, records) -> database.sql(
                        "insert into quality_snapshot (day, check_id, source_id, records) values (?, ?, ?, ?)")
                .param(day)
                .param(check)
                .param(source.value())
                .param(records)
                .update());
    }

    /** One day; what templates call is public. */
    public record Day(LocalDate day, long records) {}

    List<Day> history(String check, Optional<SourceId> source, LocalDate from) {
        return database.sql("""
                        select d.day, coalesce(sum(q.records), 0) as records
                        from (select distinct day from quality_snapshot) as d
                        left join quality_snapshot q on q.day = d.day and q.check_id = :check
                            and (:source::text is null or q.source_id = :source)
                        where d.day >= :from group by d.day order by d.day
                        """)
                .param("check", check)
                .param("source", source.map(SourceId::value).orElse(null))
                .param("from", from)
                .query(Day.class)
                .list();
    }
}
